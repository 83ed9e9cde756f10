package dev.outlookmailbox.imap.mime;

import java.util.ArrayList;
import java.util.List;

/** Sorts the leaves of a message: which ones are its plain text, which its HTML, and which are files. */
final class BodyParts {

    private final List<MimePart> plain = new ArrayList<>();
    private final List<MimePart> html = new ArrayList<>();
    private final List<MimePart> files = new ArrayList<>();

    private BodyParts() {}

    static BodyParts of(MimePart root) {
        BodyParts parts = new BodyParts();
        parts.collect(root);
        return parts;
    }

    List<MimePart> plain() {
        return plain;
    }

    List<MimePart> html() {
        return html;
    }

    List<MimePart> files() {
        return files;
    }

    private void collect(MimePart part) {
        if (part.children().isEmpty()) {
            leaf(part);
        } else if (part.is("multipart/alternative")) {
            alternatives(part.children());
        } else {
            part.children().forEach(this::collect);
        }
    }

    private void leaf(MimePart part) {
        if (part.primaryType().equals("multipart")) {
            plain.add(part);
        } else if (!part.isBodyText()) {
            files.add(part);
        } else if (part.is("text/html")) {
            html.add(part);
        } else {
            plain.add(part);
        }
    }

    /** The last one of each kind is the best one (RFC 2046 section 5.1.4). */
    private void alternatives(List<MimePart> choices) {
        List<MimePart> bestPlain = List.of();
        List<MimePart> bestHtml = List.of();
        for (MimePart choice : choices) {
            BodyParts found = of(choice);
            bestPlain = found.plain.isEmpty() ? bestPlain : found.plain;
            bestHtml = found.html.isEmpty() ? bestHtml : found.html;
            files.addAll(found.files);
        }
        plain.addAll(bestPlain);
        html.addAll(bestHtml);
    }
}
