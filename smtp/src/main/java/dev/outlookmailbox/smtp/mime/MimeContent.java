package dev.outlookmailbox.smtp.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Header and body of a message. Can be measured and written any number of times, by one thread at a time. */
public final class MimeContent {

    private final MimeMessage message;

    MimeContent(MimeMessage message) {
        this.message = message;
    }

    /** The octets that {@link #writeTo} writes. Reads a file through where its length is not known otherwise. */
    public long size() throws ContentUnreadableException {
        OctetCount count = new OctetCount();
        try {
            write(count);
        } catch (ContentUnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count.octets();
    }

    /** Writes lines that end with CRLF, except perhaps the last. */
    public void writeTo(OutputStream out) throws IOException {
        write(new MessageLines(out));
    }

    private void write(MessageLines out) throws IOException {
        try {
            message.writeTo(out);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
