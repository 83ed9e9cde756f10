package dev.outlookmailbox.testkit;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One line of a script: what the server does next on a connection. */
sealed interface ScriptStep {

    /** Sends the text and CRLF. */
    record Send(String text) implements ScriptStep {}

    /** The client must send exactly this line. */
    record Expect(String line) implements ScriptStep {}

    /** The client must send a line that the pattern matches as a whole. */
    record ExpectMatch(Pattern pattern) implements ScriptStep {}

    /** The handshake begins. */
    record StartTls() implements ScriptStep {}

    /** The server closes the connection. */
    record Close() implements ScriptStep {}

    /** The client must send this many octets, whatever they are. */
    record ReadOctets(int count) implements ScriptStep {}

    /** The client must send lines up to and including a lone dot. */
    record ReadData() implements ScriptStep {}

    static ScriptStep parse(String line) {
        if (line.equals("TLS")) {
            return new StartTls();
        }
        if (line.equals("CLOSE")) {
            return new Close();
        }
        if (line.equals("DATA")) {
            return new ReadData();
        }
        if (line.matches("READ \\d{1,9}")) {
            return new ReadOctets(Integer.parseInt(line.substring("READ ".length())));
        }
        if (line.startsWith("S:")) {
            return new Send(argument(line));
        }
        if (line.startsWith("C:")) {
            return new Expect(argument(line));
        }
        if (line.startsWith("C~")) {
            return new ExpectMatch(pattern(argument(line)));
        }
        throw new IllegalArgumentException("Not a step of a script: '" + line
                + "'. A line begins with 'S: ', 'C: ' or 'C~ ', or is TLS, CLOSE, DATA, 'READ n' or '--'.");
    }

    private static String argument(String line) {
        String rest = line.substring(2);
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'C~ " + regex + "' holds no valid regular expression.", e);
        }
    }
}
