package dev.outlookmailbox.testkit.exchange.imap;

import dev.outlookmailbox.testkit.net.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whole commands, and asks for each literal that the client waits to send (RFC 3501 section 7.5, RFC 7888). */
final class ImapRequestReader {

    private static final Pattern LITERAL_AT_END = Pattern.compile("\\{(\\d{1,9})(\\+?)}$");

    private final Wire wire;

    ImapRequestReader(Wire wire) {
        this.wire = wire;
    }

    /** The text of the next command, {@code null} at the end of the connection. */
    @Nullable
    String next() throws IOException {
        StringBuilder command = new StringBuilder();
        while (true) {
            String line = wire.readLine();
            if (line == null) {
                return null;
            }
            Matcher literal = LITERAL_AT_END.matcher(line);
            if (!literal.find()) {
                return command.append(line).toString();
            }
            if (literal.group(2).isEmpty()) {
                wire.send("+ Ready for additional command text.");
            }
            int size = Integer.parseInt(literal.group(1));
            command.append(line, 0, literal.start()).append('{').append(size).append("+}\r\n");
            command.append(new String(wire.readOctets(size), StandardCharsets.ISO_8859_1));
        }
    }
}
