package dev.outlookmailbox.smtp.wire;

import java.util.List;

/**
 * What the server says to one command (RFC 5321 section 4.2).
 *
 * @param code three digits
 * @param lines the text of each line, without the code; at least one, perhaps empty
 */
record Reply(int code, List<String> lines) {

    /** The server is about to close, whatever was asked. */
    static final int CLOSING = 421;

    Reply {
        lines = List.copyOf(lines);
    }

    /** The command was carried out. */
    boolean isPositive() {
        return code / 100 == 2;
    }

    /** On one line, as a person would quote it; an enhanced code is not repeated for every line. */
    String text() {
        StringBuilder text = new StringBuilder().append(code);
        String enhanced = enhancedCode();
        for (String line : lines) {
            boolean repeated = text.length() > 3 && !enhanced.isEmpty() && line.startsWith(enhanced);
            text.append(' ').append(repeated ? line.substring(enhanced.length()).strip() : line.strip());
        }
        return text.toString().strip();
    }

    private String enhancedCode() {
        String first = lines.get(0);
        String word = first.substring(0, Math.max(0, first.indexOf(' ')));
        return word.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? word : "";
    }
}
