package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.Diagnosis;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server said to a message.
 *
 * @param outcome {@link SendOutcome#SENT}: whatever else happens is an exception
 * @param messageId the {@code Message-ID} that the message left with, in angle brackets; Outlook.com may put its own in place
 * @param acceptedAt when the server took responsibility
 * @param accepted the recipients that the server took; it may still send a report that one of them does not exist
 * @param rejected the recipients that the server refused, each with what it said; they do not get the message
 * @param serverReply the server's last words, with the id that Microsoft support can look up
 */
public record SendReceipt(
        SendOutcome outcome,
        String messageId,
        Instant acceptedAt,
        List<MailAddress> accepted,
        Map<MailAddress, Diagnosis> rejected,
        String serverReply) {

    public SendReceipt {
        accepted = List.copyOf(accepted);
        rejected = Collections.unmodifiableMap(new LinkedHashMap<>(rejected));
    }
}
