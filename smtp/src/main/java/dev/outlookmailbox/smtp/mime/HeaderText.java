package dev.outlookmailbox.smtp.mime;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Free text in headers: ASCII where it survives that, else encoded words (RFC 2047). Jakarta Mail's own encoder leaves all ASCII
 * as it is, also what only looks encoded or cannot be folded, and asks a service loader anew for every word.
 */
final class HeaderText {

    /** Single spaces between words of moderate length, so that folding changes nothing. */
    private static final Pattern FOLDABLE = Pattern.compile("([!-~&&[^\\\\]]{1,200}( [!-~&&[^\\\\]]{1,200})*)?");

    /** A line that holds an encoded word is at most this long (RFC 2047 section 2). */
    private static final int LINE = 76;

    private static final String OPEN = "=?UTF-8?B?";
    private static final String CLOSE = "?=";

    private HeaderText() {}

    static boolean isPlain(String text) {
        return FOLDABLE.matcher(text).matches() && !text.contains("=?");
    }

    /** @param column how much of the first line is taken */
    static String folded(String text, int column) {
        return MimeUtility.fold(column, encoded(text, column));
    }

    /**
     * Plain text as it is, other text as encoded words with spaces between them. No character is torn apart.
     *
     * @param column where on its line a word may have to start
     */
    static String encoded(String text, int column) {
        if (isPlain(text)) {
            return text;
        }
        int room = Math.max(6, (LINE - column - OPEN.length() - CLOSE.length()) / 4 * 3);
        StringBuilder out = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int octets = 0;
        for (int point : wellFormed(text).codePoints().toArray()) {
            int more = octets(point);
            if (octets + more > room) {
                out.append(word(word)).append(' ');
                word.setLength(0);
                octets = 0;
            }
            word.appendCodePoint(point);
            octets += more;
        }
        return out.append(word(word)).toString();
    }

    /** Half a surrogate pair is no character; it becomes the sign for that. */
    static String wellFormed(String text) {
        int[] points = text.codePoints()
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static int octets(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static String word(CharSequence text) {
        byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
        return OPEN + Base64.getEncoder().encodeToString(utf8) + CLOSE;
    }
}
