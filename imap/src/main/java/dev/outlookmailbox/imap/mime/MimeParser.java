package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.content.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a message in one pass over its lines (RFC 2046 section 5.1). Work and memory do not grow with the nesting:
 * beyond a depth or a number of parts, what follows is not taken apart any more.
 */
final class MimeParser {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_HEADER = 1024 * 1024;

    private final Content content;
    private final LineScanner lines;
    private final List<Multipart> open = new ArrayList<>();
    private @Nullable MimePart root;
    private @Nullable MimePart leaf;
    private boolean inHeader = true;
    private long headerStart;
    private long previousEnd;
    private int parts;

    private MimeParser(Content content) {
        this.content = content;
        this.lines = new LineScanner(content);
    }

    static MimePart parse(Content content) throws IOException {
        return new MimeParser(content).run();
    }

    private MimePart run() throws IOException {
        while (lines.next()) {
            int boundary = boundary();
            if (boundary >= 0) {
                atBoundary(boundary);
            } else if (inHeader) {
                headerLine();
            }
            previousEnd = lines.end();
        }
        if (inHeader) {
            startBody(content.length(), content.length());
        }
        endAll(content.length());
        return root == null ? new MimePart(content, true, HeaderFields.NONE, "text/plain", 0) : root;
    }

    private void headerLine() throws IOException {
        if (lines.isEmpty()) {
            startBody(lines.start(), lines.after());
        } else if (lines.start() == headerStart && startsWith("From ", ">From ")) {
            headerStart = lines.after();
        } else if (!isField()) {
            startBody(lines.start(), lines.start());
        }
    }

    private void startBody(long headerEnd, long bodyStart) throws IOException {
        HeaderFields header =
                HeaderFields.parse(content.bytes(headerStart, Math.min(headerEnd, headerStart + MAX_HEADER)));
        Multipart parent = open.isEmpty() ? null : open.get(open.size() - 1);
        String defaultType = parent != null && parent.part.is("multipart/digest") ? "message/rfc822" : "text/plain";
        MimePart part = new MimePart(content, root == null, header, defaultType, bodyStart);
        if (root == null) {
            root = part;
        }
        if (parent != null) {
            parent.part.add(part);
        }
        inHeader = false;
        String boundary = part.typeParameter("boundary").orElse("");
        if (part.primaryType().equals("multipart") && !boundary.isEmpty() && open.size() < MAX_DEPTH) {
            open.add(new Multipart(part, ("--" + boundary).getBytes(StandardCharsets.UTF_8)));
            leaf = null;
        } else {
            leaf = part;
        }
    }

    private void atBoundary(int index) throws IOException {
        if (inHeader) {
            startBody(lines.start(), lines.start());
        }
        Multipart multipart = open.get(index);
        boolean last = isTerminator(multipart);
        for (int i = open.size() - 1; i >= (last ? index : index + 1); i--) {
            open.remove(i).part.endAt(previousEnd);
        }
        endLeaf(previousEnd);
        if (!last && ++parts < MAX_PARTS) {
            inHeader = true;
            headerStart = lines.after();
        }
    }

    private void endAll(long end) {
        endLeaf(end);
        open.forEach(multipart -> multipart.part.endAt(end));
    }

    private void endLeaf(long end) {
        if (leaf != null) {
            leaf.endAt(end);
            leaf = null;
        }
    }

    /** The innermost open multipart that the line is a boundary of, or -1. */
    private int boundary() {
        if (open.isEmpty() || lines.prefixLength() < 3 || lines.prefix()[0] != '-' || lines.prefix()[1] != '-') {
            return -1;
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            if (isBoundary(open.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Nothing but white space or the closing dashes may follow, or one boundary could be the beginning of another. */
    private boolean isBoundary(Multipart multipart) {
        int length = multipart.boundary.length;
        if (lines.prefixLength() < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lines.prefix()[i] != multipart.boundary[i]) {
                return false;
            }
        }
        int after = isTerminator(multipart) ? length + 2 : length;
        for (int i = after; i < lines.prefixLength(); i++) {
            if (lines.prefix()[i] != ' ' && lines.prefix()[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean isTerminator(Multipart multipart) {
        int length = multipart.boundary.length;
        return lines.prefixLength() >= length + 2 && lines.prefix()[length] == '-' && lines.prefix()[length + 1] == '-';
    }

    /** A field, or the continuation of one. */
    private boolean isField() {
        byte first = lines.prefix()[0];
        if (first == ' ' || first == '\t') {
            return lines.start() > headerStart;
        }
        for (int i = 0; i < lines.prefixLength(); i++) {
            byte b = lines.prefix()[i];
            if (b == ':') {
                return i > 0;
            }
            if (b <= ' ' && b >= 0 && !onlyBlanksBeforeColon(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean onlyBlanksBeforeColon(int from) {
        int i = from;
        while (i < lines.prefixLength() && (lines.prefix()[i] == ' ' || lines.prefix()[i] == '\t')) {
            i++;
        }
        return i < lines.prefixLength() && lines.prefix()[i] == ':';
    }

    private boolean startsWith(String... beginnings) {
        String line = new String(lines.prefix(), 0, lines.prefixLength(), StandardCharsets.ISO_8859_1);
        for (String beginning : beginnings) {
            if (line.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static final class Multipart {
        private final MimePart part;
        private final byte[] boundary;

        private Multipart(MimePart part, byte[] boundary) {
            this.part = part;
            this.boundary = boundary;
        }
    }
}
