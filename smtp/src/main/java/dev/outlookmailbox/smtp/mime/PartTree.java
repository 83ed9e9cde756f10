package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.Invitation;
import dev.outlookmailbox.smtp.OutgoingAttachment;
import dev.outlookmailbox.smtp.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Arranges texts, pictures and files as mail programs expect them: mixed (alternative (text, related (HTML, pictures)), files). */
final class PartTree {

    private final Supplier<String> boundaries;

    PartTree(Supplier<String> boundaries) {
        this.boundaries = boundaries;
    }

    /** What fills a part, be it the message itself or one within. */
    private interface Part {
        void fill(MimePart part) throws MessagingException;
    }

    void fill(MimePart root, OutgoingMessage message) throws MessagingException {
        Bodies bodies = Bodies.of(message);
        List<Part> mixed = new ArrayList<>();
        mixed.add(body(bodies, message));
        if (bodies.html().isEmpty()) {
            message.inlineParts().forEach(part -> mixed.add(picture(part)));
        }
        message.attachments().forEach(attachment -> mixed.add(file(attachment)));
        multipart("mixed", mixed).fill(root);
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
        return part -> {
            Parts inner = new Parts(subtype, boundaries.get());
            for (Part each : parts) {
                MimeBodyPart child = new EncodedPart();
                each.fill(child);
                inner.addBodyPart(child);
            }
            part.setDataHandler(inner.body());
        };
    }

    /** @param contentType with all parameters but the charset */
    private static Part text(String contentType, String text) {
        return part -> {
            TextBody body = new TextBody(text);
            part.setDataHandler(body);
            part.setHeader("Content-Type", contentType + "; charset=UTF-8");
            part.setHeader("Content-Transfer-Encoding", body.encoding());
        };
    }

    private static Part calendar(Invitation invitation) {
        return text("text/calendar; method=" + invitation.method(), invitation.ics());
    }

    private static Part picture(InlinePart picture) {
        String name = picture.name();
        return part -> {
            String content = name.isEmpty() ? picture.contentId() : name;
            part.setDataHandler(new FileBody(content, picture.content()));
            describe(part, picture.contentType(), "inline", name);
            part.setHeader("Content-ID", "<" + picture.contentId() + ">");
        };
    }

    private static Part file(OutgoingAttachment attachment) {
        return part -> {
            part.setDataHandler(new FileBody(attachment.name(), attachment.content()));
            describe(part, attachment.contentType(), "attachment", attachment.name());
        };
    }

    private static void describe(MimePart part, String contentType, String disposition, String name)
            throws MessagingException {
        part.setHeader("Content-Type", contentType + (name.isEmpty() ? "" : FileNames.nameParameter(name)));
        part.setHeader("Content-Disposition", disposition + (name.isEmpty() ? "" : FileNames.fileNameParameter(name)));
        part.setHeader("Content-Transfer-Encoding", "base64");
    }
}
