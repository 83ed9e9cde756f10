package dev.outlookmailbox.smtp.mime;

/** Breaks long header lines (RFC 5322 section 2.2.3). */
final class Folding {

    static final String BREAK = "\r\n ";

    /** Lines should not be longer than this, and must not be longer than 998. */
    static final int LINE = 76;

    private Folding() {}

    /** Whether {@link #fold} keeps the text as it is: single spaces between words of moderate length. */
    static boolean isSafe(String text) {
        return text.isEmpty() || text.matches("\\S{1,200}( \\S{1,200})*");
    }

    /** Breaks at spaces only. */
    static String fold(String text, int column) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int used = column;
        for (String word : text.split(" ", -1)) {
            if (out.length() > 0) {
                boolean fits = used + 1 + word.length() <= LINE;
                out.append(fits ? " " : BREAK);
                used = fits ? used : 0;
                used++;
            }
            out.append(word);
            used += word.length();
        }
        return out.toString();
    }
}
