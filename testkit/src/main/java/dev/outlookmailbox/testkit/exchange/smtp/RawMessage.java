package dev.outlookmailbox.testkit.exchange.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as octets whose header can be looked at and changed without touching the rest. Immutable. */
final class RawMessage {

    private static final String END_OF_LINE = "\r\n";

    private final String head;
    private final String body;

    private RawMessage(String head, String body) {
        this.head = head;
        this.body = body;
    }

    /** @param octets a message with CRLF line ends */
    static RawMessage of(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int blank = text.startsWith(END_OF_LINE) ? 0 : text.indexOf(END_OF_LINE + END_OF_LINE);
        return blank < 0
                ? new RawMessage(text.endsWith(END_OF_LINE) ? text : text + END_OF_LINE, END_OF_LINE)
                : new RawMessage(
                        blank == 0 ? "" : text.substring(0, blank + 2), text.substring(blank == 0 ? 0 : blank + 2));
    }

    /** The first field of that name, unfolded. */
    Optional<String> header(String name) {
        Matcher field = field(name).matcher(head);
        return field.find()
                ? Optional.of(field.group(1).replace(END_OF_LINE, "").strip())
                : Optional.empty();
    }

    RawMessage without(String name) {
        return new RawMessage(field(name).matcher(head).replaceAll(""), body);
    }

    RawMessage with(String name, String value) {
        return new RawMessage(name + ": " + value + END_OF_LINE + head, body);
    }

    byte[] octets() {
        return text().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All of it, a character for an octet. */
    String text() {
        return head + body;
    }

    private static Pattern field(String name) {
        return Pattern.compile(
                "^" + Pattern.quote(name) + ":(.*\r\n(?:[ \t].*\r\n)*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }
}
