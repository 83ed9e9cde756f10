package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.Priority;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header fields of a message (RFC 5322 section 3.6), without those that describe its body. */
final class MessageHeader {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private MessageHeader() {}

    static void write(MimeMessage header, OutgoingMessage message, MailAddress from, Instant date)
            throws MessagingException {
        header.setHeader("Date", DATE.format(date));
        addresses(header, "From", List.of(from));
        addresses(header, "Reply-To", message.replyTo());
        addresses(header, "To", message.to());
        addresses(header, "Cc", message.cc());
        if (message.to().isEmpty() && message.cc().isEmpty()) {
            header.setHeader("To", "undisclosed-recipients:;");
        }
        if (!message.subject().isEmpty()) {
            text(header, "Subject", message.subject());
        }
        thread(header, message);
        wishes(header, message, from);
        for (Map.Entry<String, String> own : message.headers().entrySet()) {
            text(header, own.getKey(), own.getValue());
        }
    }

    /** Ids stand on a line each, since they are long. */
    private static void thread(MimeMessage header, OutgoingMessage message) throws MessagingException {
        List<String> references = new ArrayList<>(message.references());
        if (message.inReplyTo().isPresent()) {
            String parent = message.inReplyTo().get();
            header.setHeader("In-Reply-To", parent);
            references.remove(parent);
            references.add(parent);
        }
        if (!references.isEmpty()) {
            header.setHeader("References", String.join("\r\n ", references));
        }
    }

    private static void wishes(MimeMessage header, OutgoingMessage message, MailAddress from)
            throws MessagingException {
        if (message.priority() != Priority.NORMAL) {
            boolean high = message.priority() == Priority.HIGH;
            header.setHeader("Importance", high ? "high" : "low");
            header.setHeader("X-Priority", high ? "1" : "5");
        }
        if (message.readReceiptRequested()) {
            addresses(header, "Disposition-Notification-To", List.of(from));
        }
    }

    private static void text(MimeMessage header, String name, String value) throws MessagingException {
        header.setHeader(name, HeaderText.folded(value, name.length() + 2));
    }

    /** Nothing where there is no address. */
    private static void addresses(MimeMessage header, String name, List<MailAddress> addresses)
            throws MessagingException {
        if (!addresses.isEmpty()) {
            header.setHeader(name, AddressText.list(addresses, name.length() + 2));
        }
    }
}
