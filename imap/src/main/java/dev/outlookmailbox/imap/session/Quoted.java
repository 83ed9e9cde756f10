package dev.outlookmailbox.imap.session;

/** Quoted strings (RFC 3501 section 4.3). */
public final class Quoted {

    private Quoted() {}

    /** @throws IllegalArgumentException if the text holds what no quoted string can hold */
    public static String of(String ascii) {
        if (ascii.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0 || c > 126)) {
            throw new IllegalArgumentException("A name on the wire holds printable ASCII only.");
        }
        return '"' + ascii.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
