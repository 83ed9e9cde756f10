package dev.outlookmailbox.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A message in a fake mailbox, in a form that is pleasant to assert on and to print.
 *
 * @param subject decoded; empty if there is none
 * @param from as in {@code Ada <ada@example.com>}; empty if there is none
 * @param to as {@code from}
 * @param cc as {@code from}
 * @param bcc as {@code from}; only the copy in Sent Items shows it
 * @param text the first plain text part, with LF line ends; empty if there is none
 * @param html the first HTML part, with LF line ends; empty if there is none
 * @param attachments the names of the parts that have one
 * @param read whether it is marked as read
 * @param recipients who got it according to SMTP; only known of mail sent to the outside, otherwise empty
 * @param source all of it as on the wire, a character for an octet
 */
public record FakeMessage(
        String subject,
        String from,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String text,
        String html,
        List<String> attachments,
        boolean read,
        List<String> recipients,
        String source) {

    public FakeMessage {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
        recipients = List.copyOf(recipients);
    }

    static FakeMessage parse(byte[] octets, boolean read, List<String> recipients) {
        return new MessageParser(octets).parse(read, recipients);
    }

    /** The first field of that name as it stands in the header, unfolded but not decoded. */
    public Optional<String> header(String name) {
        return MessageParser.header(source, name);
    }

    /** All of it as on the wire. */
    public byte[] bytes() {
        return source.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A short form for failure messages: who, to whom, what about and the text. */
    @Override
    public String toString() {
        return "From: " + from + "\nTo: " + String.join(", ", to) + "\nSubject: " + subject + "\n\n"
                + (text.isEmpty() ? html : text);
    }
}
