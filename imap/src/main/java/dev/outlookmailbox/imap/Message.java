package dev.outlookmailbox.imap;

import dev.outlookmailbox.imap.mime.BodyText;
import dev.outlookmailbox.imap.mime.HtmlText;
import dev.outlookmailbox.imap.mime.MimeMessage;
import dev.outlookmailbox.imap.mime.SafeHtml;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message that was read whole: nothing here goes to the network. Any thread may use it.
 *
 * <p>Closing it is optional. It removes the temporary file that stands behind a large message, which otherwise goes when the
 * message is garbage or the client is closed; afterwards a large message has no content any more.
 */
public final class Message implements AutoCloseable {

    private final MessageHeader header;
    private final MimeMessage mime;
    private final List<Attachment> attachments;

    Message(MessageHeader header, MimeMessage mime) {
        this.header = header;
        this.mime = mime;
        this.attachments = attachments(mime);
    }

    public MessageHeader header() {
        return header;
    }

    /** The plain text as sent, decoded to Unicode, lines ended by LF; empty if the message has none. */
    public Optional<String> text() {
        return mime.text();
    }

    /** The HTML as sent, decoded to Unicode. Never show it to anybody as it is: see {@link #safeHtml()}. */
    public Optional<String> html() {
        return mime.html();
    }

    /** Something to read in any case: the plain text, else text made from the HTML, else what the message consists of. */
    public String readableText() {
        return text().filter(text -> !text.isBlank())
                .or(() -> html().map(HtmlText::toText).filter(text -> !text.isBlank()))
                .orElseGet(this::contents);
    }

    /**
     * HTML that may be shown inside a page: no scripts, forms, styles or event handlers, links without referrer, and pictures
     * only if they come with the message ({@code cid:} and {@code data:}). Made from the plain text if there is no HTML.
     */
    public String safeHtml() {
        return safeHtml(RemoteImages.BLOCK);
    }

    /** The same, where the reader may have asked for remote pictures. */
    public String safeHtml(RemoteImages remoteImages) {
        boolean remote = remoteImages == RemoteImages.SHOW;
        return html().map(html -> SafeHtml.sanitize(html, remote)).orElseGet(() -> SafeHtml.fromText(readableText()));
    }

    /** The beginning of the readable text on one line, at most {@code length} characters. */
    public String preview(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("A preview has at least one character, not " + length + ".");
        }
        return BodyText.oneLine(readableText(), length);
    }

    /** Everything with a name or a Content-ID: attachments, and pictures within the text, which are {@code inline()}. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** Writes the message as the server sent it (RFC 5322), byte for byte. */
    public void writeTo(OutputStream out) throws IOException {
        mime.writeTo(out);
    }

    @Override
    public void close() {
        mime.close();
    }

    /** Names the id only; subject and addresses are nobody else's business. */
    @Override
    public String toString() {
        return "Message[" + header.id() + "]";
    }

    private String contents() {
        return attachments.isEmpty()
                ? "(This message is empty.)"
                : attachments.stream()
                        .map(Attachment::name)
                        .collect(Collectors.joining(", ", "(This message has no text. Attached: ", ")"));
    }

    private static List<Attachment> attachments(MimeMessage mime) {
        List<Attachment> attachments = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        mime.files().forEach(part -> attachments.add(new Attachment(part, taken)));
        return List.copyOf(attachments);
    }
}
