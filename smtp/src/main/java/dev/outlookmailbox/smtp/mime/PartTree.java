package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.Invitation;
import dev.outlookmailbox.smtp.OutgoingAttachment;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Arranges texts, pictures and files as mail programs expect them: mixed (alternative (text, related (HTML, pictures)), files). */
final class PartTree {

    private final Supplier<String> boundaries;

    PartTree(Supplier<String> boundaries) {
        this.boundaries = boundaries;
    }

    /** A part that still waits for the header it is to stand in, as the outermost one is the message itself. */
    private interface Part {
        Entity under(HeaderLines header);
    }

    Entity build(HeaderLines header, OutgoingMessage message) {
        Bodies bodies = Bodies.of(message);
        List<Part> mixed = new ArrayList<>();
        mixed.add(body(bodies, message));
        if (bodies.html().isEmpty()) {
            message.inlineParts().forEach(part -> mixed.add(picture(part)));
        }
        message.attachments().forEach(attachment -> mixed.add(file(attachment)));
        return multipart("mixed", mixed).under(header);
    }

    private Part body(Bodies bodies, OutgoingMessage message) {
        List<Part> alternatives = new ArrayList<>();
        bodies.text().ifPresent(text -> alternatives.add(text("text/plain", text)));
        bodies.html().ifPresent(html -> alternatives.add(html(html, bodies.inlineParts())));
        message.invitation().ifPresent(invitation -> alternatives.add(calendar(invitation)));
        return alternatives.isEmpty() ? text("text/plain", "") : multipart("alternative", alternatives);
    }

    private Part html(String html, List<InlinePart> pictures) {
        List<Part> related = new ArrayList<>();
        related.add(text("text/html", html));
        pictures.forEach(picture -> related.add(picture(picture)));
        return multipart("related; type=\"text/html\"", related);
    }

    /** A single part stands for itself. */
    private Part multipart(String subtype, List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return header -> MultipartEntity.of(
                header,
                subtype,
                boundaries.get(),
                parts.stream().map(part -> part.under(new HeaderLines())).toList());
    }

    private static Part text(String contentType, String text) {
        return header -> TextEntity.of(header, contentType, text);
    }

    private static Part calendar(Invitation invitation) {
        return text("text/calendar; method=" + invitation.method(), invitation.ics());
    }

    private static Part picture(InlinePart part) {
        String name = part.name();
        return header -> FileEntity.of(
                header.raw(
                                "Content-Type",
                                part.contentType() + (name.isEmpty() ? "" : FileNameText.nameParameter(name)))
                        .raw("Content-ID", "<" + part.contentId() + ">")
                        .raw(
                                "Content-Disposition",
                                "inline" + (name.isEmpty() ? "" : FileNameText.fileNameParameter(name))),
                name.isEmpty() ? part.contentId() : name,
                part.content());
    }

    private static Part file(OutgoingAttachment attachment) {
        String name = attachment.name();
        return header -> FileEntity.of(
                header.raw("Content-Type", attachment.contentType() + FileNameText.nameParameter(name))
                        .raw("Content-Disposition", "attachment" + FileNameText.fileNameParameter(name)),
                name,
                attachment.content());
    }
}
