package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Composes messages; any thread may call it. Each composition gets a date and a {@code Message-ID} of its own. */
public final class Composer {

    private final Clock clock;
    private final RandomGenerator random;

    /** @param random must be thread-safe and unpredictable, since ids and boundaries come from it */
    public Composer(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param mailbox the sender where the message names none
     * @throws IllegalArgumentException if the message has no recipient
     */
    public ComposedMessage compose(OutgoingMessage message, MailAddress mailbox) {
        MailAddress from = message.from().orElse(mailbox);
        List<MailAddress> recipients = recipients(message);
        String messageId = "<" + unique() + "@" + domain(from) + ">";
        return new ComposedMessage(
                messageId,
                from,
                recipients,
                new MimeContent(mime(message, from, messageId)),
                Stream.concat(Stream.of(from), addressed(message)).anyMatch(AddressText::needsSmtpUtf8));
    }

    private MimeMessage mime(OutgoingMessage message, MailAddress from, String messageId) {
        MimeMessage mime = new OwnMessage(messageId);
        try {
            MessageHeader.write(mime, message, from, clock.instant());
            new PartTree(() -> "=_" + unique()).fill(mime, message);
            mime.saveChanges();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return mime;
    }

    private static List<MailAddress> recipients(OutgoingMessage message) {
        Map<String, MailAddress> unique = new LinkedHashMap<>();
        Stream.of(message.to(), message.cc(), message.bcc())
                .flatMap(List::stream)
                .forEach(address -> unique.putIfAbsent(address.address().toLowerCase(Locale.ROOT), address));
        if (unique.isEmpty()) {
            throw new IllegalArgumentException(
                    "The message has no recipient; name one with OutgoingMessage.to(..), addTo(..), cc(..) or bcc(..).");
        }
        return List.copyOf(unique.values());
    }

    private static Stream<MailAddress> addressed(OutgoingMessage message) {
        return Stream.of(message.to(), message.cc(), message.bcc(), message.replyTo())
                .flatMap(List::stream);
    }

    private static String domain(MailAddress from) {
        String address = AddressText.wire(from);
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private String unique() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
