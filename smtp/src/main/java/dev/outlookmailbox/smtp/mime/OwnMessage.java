package dev.outlookmailbox.smtp.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A message under an id of its own, since the one that Jakarta Mail would make names this machine. */
final class OwnMessage extends MimeMessage {

    private final String messageId;

    OwnMessage(String messageId) {
        super((Session) null);
        this.messageId = messageId;
    }

    /** Nothing is left to do in writing, since every {@link Body} comes encoded as the header says. */
    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
