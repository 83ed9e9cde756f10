package dev.outlookmailbox.testkit.exchange.smtp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who a message is from and who gets it (RFC 5321 section 3.3). */
record Envelope(String sender, List<String> recipients) {

    private static final Pattern PATH = Pattern.compile("(?:FROM|TO):\\s*<([^<>]*)>.*", Pattern.CASE_INSENSITIVE);

    /** The address in {@code FROM:<…>} or {@code TO:<…>}; empty if it is not written like that. */
    static Optional<String> address(String argument) {
        Matcher matcher = PATH.matcher(argument.strip());
        return matcher.matches() ? Optional.of(utf8(matcher.group(1))) : Optional.empty();
    }

    Envelope {
        recipients = List.copyOf(recipients);
    }

    /** SMTPUTF8 (RFC 6531): the line was read octet by octet. */
    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
