package dev.outlookmailbox.smtp.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A part whose {@link Body} comes encoded as its header says. */
final class EncodedPart extends MimeBodyPart {

    /** Nothing is left to do in writing. */
    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    /** Counting takes no look into a file. */
    @Override
    public void writeTo(OutputStream out) throws IOException, MessagingException {
        if (out instanceof OctetCount count && getDataHandler() instanceof FileBody file) {
            new MimeBodyPart(headers, new byte[0]).writeTo(count);
            count.add(file.encodedLength());
        } else {
            super.writeTo(out);
        }
    }
}
