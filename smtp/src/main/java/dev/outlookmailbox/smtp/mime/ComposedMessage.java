package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import java.util.List;

/**
 * A message as it goes out.
 *
 * @param messageId with angle brackets
 * @param from also the sender of the envelope
 * @param recipients of the envelope, each once
 * @param content header and body; never names a blind recipient
 * @param smtpUtf8 whether an address needs a server with SMTPUTF8
 */
public record ComposedMessage(
        String messageId, MailAddress from, List<MailAddress> recipients, MimeContent content, boolean smtpUtf8) {}
