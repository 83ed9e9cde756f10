package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One node of a message: what its header says, and where its body lies in the content. Immutable once parsed; thread-safe. */
public final class MimePart {

    private final Content content;
    private final boolean root;
    private final HeaderFields header;
    private final FieldValue type;
    private final FieldValue disposition;
    private final long bodyStart;
    private final List<MimePart> children = new ArrayList<>();
    private long bodyEnd;

    MimePart(Content content, boolean root, HeaderFields header, String defaultType, long bodyStart) {
        this.content = content;
        this.root = root;
        this.header = header;
        this.type = header.first("Content-Type").map(FieldValue::parse).orElse(new FieldValue(defaultType, Map.of()));
        this.disposition =
                header.first("Content-Disposition").map(FieldValue::parse).orElse(FieldValue.NONE);
        this.bodyStart = bodyStart;
        this.bodyEnd = bodyStart;
    }

    void endAt(long end) {
        bodyEnd = Math.max(bodyStart, end);
    }

    void add(MimePart child) {
        children.add(child);
    }

    HeaderFields header() {
        return header;
    }

    List<MimePart> children() {
        return children;
    }

    /** In lower case, without parameters; {@code text/plain} where the header makes no sense. */
    public String contentType() {
        return type.value().matches("[\\w.+-]+/[\\w.+-]+") ? type.value() : "text/plain";
    }

    String primaryType() {
        return contentType().substring(0, contentType().indexOf('/'));
    }

    String subtype() {
        return contentType().substring(contentType().indexOf('/') + 1);
    }

    boolean is(String wanted) {
        return contentType().equals(wanted);
    }

    Optional<String> typeParameter(String name) {
        return type.parameter(name);
    }

    /** What the sender calls the file. */
    public Optional<String> fileName() {
        return disposition
                .parameter("filename")
                .or(() -> type.parameter("name"))
                .map(HeaderText::oneLine)
                .filter(name -> !name.isEmpty());
    }

    /** Without the angle brackets. */
    public Optional<String> contentId() {
        return header.first("Content-ID")
                .map(id -> id.replaceAll("[<>\\s]", ""))
                .filter(id -> !id.isEmpty());
    }

    public boolean isAttachment() {
        return AttachmentRule.isAttachment(
                primaryType(),
                subtype(),
                disposition.value(),
                fileName().isPresent(),
                contentId().isPresent(),
                root);
    }

    /** Whether this is text that belongs to the body. */
    boolean isBodyText() {
        return children.isEmpty() && AttachmentRule.isReadable(primaryType(), subtype()) && !isAttachment();
    }

    /** The subject of a message within this message. */
    public Optional<String> nestedSubject() {
        if (!is("message/rfc822")) {
            return Optional.empty();
        }
        try (InputStream in = openStream()) {
            return HeaderFields.parse(in.readNBytes(64 * 1024))
                    .first("Subject")
                    .map(EncodedWords::decode)
                    .map(HeaderText::oneLine);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The body with its transfer encoding undone. */
    public InputStream openStream() throws IOException {
        InputStream raw = content.stream(bodyStart, bodyEnd);
        String encoding = header.first("Content-Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        return switch (encoding.replaceAll("[^a-z0-9-]", "")) {
            case "base64" -> new Base64Stream(raw);
            case "quoted-printable" -> new QuotedPrintableStream(raw);
            default -> raw;
        };
    }

    /** How many bytes {@link #openStream()} gives; 0 if they cannot be read. */
    public long decodedSize() {
        try (InputStream in = openStream()) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return 0;
        }
    }
}
