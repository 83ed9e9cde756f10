package dev.outlookmailbox.smtp.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;

/** Parts between boundaries (RFC 2046 section 5.1) that cannot be guessed. */
final class Parts extends MimeMultipart {

    /** @param subtype {@code mixed}, {@code alternative} or {@code related}, with the parameters that it needs */
    Parts(String subtype, String boundary) {
        contentType = "multipart/" + subtype + ";\r\n boundary=\"" + boundary + '"';
    }

    Body body() {
        return new Body(this, contentType) {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                try {
                    Parts.this.writeTo(out);
                } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
