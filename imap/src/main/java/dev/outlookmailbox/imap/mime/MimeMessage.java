package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message parsed from its bytes. Nothing in the bytes makes it fail. Immutable but for closing; any thread may use it. */
public final class MimeMessage implements AutoCloseable {

    private final Content content;
    private final MimePart root;
    private final BodyParts parts;

    private MimeMessage(Content content, MimePart root) {
        this.content = content;
        this.root = root;
        this.parts = BodyParts.of(root);
    }

    /** @throws UncheckedIOException if the temporary file cannot be read */
    public static MimeMessage parse(Content content) {
        try {
            return new MimeMessage(content, MimeParser.parse(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String subject() {
        return root.header()
                .first("Subject")
                .map(EncodedWords::decode)
                .map(HeaderText::oneLine)
                .orElse("");
    }

    /** All addresses of all fields of a name. */
    public List<MailAddress> addresses(String field) {
        return Addresses.parse(root.header().joined(field));
    }

    /** The senders where the message names nothing else, as servers have it in an ENVELOPE. */
    public List<MailAddress> replyTo() {
        List<MailAddress> named = addresses("Reply-To");
        return named.isEmpty() ? addresses("From") : named;
    }

    public @Nullable Instant sentAt() {
        return MailDate.parse(root.header().first("Date").orElse(null));
    }

    public @Nullable String messageId() {
        return MessageIdList.single(root.header().first("Message-ID").orElse(null));
    }

    /** The References, else what is answered. */
    public List<String> references() {
        List<String> references =
                MessageIdList.parse(root.header().first("References").orElse(null));
        return references.isEmpty()
                ? MessageIdList.parse(root.header().first("In-Reply-To").orElse(null))
                : references;
    }

    public Optional<String> text() {
        return joined(parts.plain());
    }

    public Optional<String> html() {
        return joined(parts.html());
    }

    /** Every leaf that is no text of the body. */
    public List<MimePart> files() {
        return parts.files();
    }

    public boolean hasAttachments() {
        return parts.files().stream().anyMatch(MimePart::isAttachment);
    }

    /** In bytes, as sent by the server. */
    public long size() {
        return content.length();
    }

    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = content.stream(0, content.length())) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() {
        content.close();
    }

    private static Optional<String> joined(List<MimePart> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.stream().map(BodyText::of).collect(Collectors.joining("\n")));
    }
}
