package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.Priority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The header fields of a message (RFC 5322 section 3.6), without those that describe its body. */
final class MessageHeader {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private MessageHeader() {}

    static HeaderLines of(OutgoingMessage message, MailAddress from, String messageId, Instant date) {
        HeaderLines header = new HeaderLines()
                .raw("Date", DATE.format(date))
                .addresses("From", List.of(from))
                .addresses("Reply-To", message.replyTo())
                .addresses("To", message.to())
                .addresses("Cc", message.cc());
        if (message.to().isEmpty() && message.cc().isEmpty()) {
            header.raw("To", "undisclosed-recipients:;");
        }
        if (!message.subject().isEmpty()) {
            header.text("Subject", message.subject());
        }
        header.raw("Message-ID", messageId);
        thread(header, message);
        wishes(header, message, from);
        message.headers().forEach(header::text);
        return header.raw("MIME-Version", "1.0");
    }

    private static void thread(HeaderLines header, OutgoingMessage message) {
        List<String> references = new ArrayList<>(message.references());
        message.inReplyTo().ifPresent(parent -> {
            header.raw("In-Reply-To", parent);
            references.remove(parent);
            references.add(parent);
        });
        header.ids("References", references);
    }

    private static void wishes(HeaderLines header, OutgoingMessage message, MailAddress from) {
        if (message.priority() != Priority.NORMAL) {
            boolean high = message.priority() == Priority.HIGH;
            header.raw("Importance", high ? "high" : "low").raw("X-Priority", high ? "1" : "5");
        }
        if (message.readReceiptRequested()) {
            header.addresses("Disposition-Notification-To", List.of(from));
        }
    }
}
