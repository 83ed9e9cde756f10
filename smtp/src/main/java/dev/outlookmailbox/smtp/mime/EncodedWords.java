package dev.outlookmailbox.smtp.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of any language in ASCII, for header values (RFC 2047). */
final class EncodedWords {

    private static final String OPEN = "=?UTF-8?B?";
    private static final String CLOSE = "?=";

    /** A line that holds an encoded word is at most this long (RFC 2047 section 2). */
    private static final int LINE = 76;

    private EncodedWords() {}

    /** Whether the text can stand in a header as it is. */
    static boolean needed(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c > '~') || text.contains("=?");
    }

    /**
     * The words, on lines of their own where they do not fit one. No character is torn apart.
     *
     * @param column how much of the first line is taken
     */
    static String encode(String text, int column) {
        StringBuilder out = new StringBuilder(OPEN);
        StringBuilder word = new StringBuilder();
        int room = room(column);
        int octets = 0;
        for (int point : text.codePoints().map(EncodedWords::unbroken).toArray()) {
            int more = octets(point);
            if (octets + more > room) {
                out.append(base64(word)).append(CLOSE).append(Folding.BREAK).append(OPEN);
                word.setLength(0);
                octets = 0;
                room = room(1);
            }
            word.appendCodePoint(point);
            octets += more;
        }
        return out.append(base64(word)).append(CLOSE).toString();
    }

    /** Four characters carry three octets. */
    private static int room(int column) {
        return Math.max(6, (LINE - column - OPEN.length() - CLOSE.length()) / 4 * 3);
    }

    /** Half a surrogate pair is no character; it becomes the sign for that. */
    private static int unbroken(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point;
    }

    private static int octets(int point) {
        if (point < 0x80) {
            return 1;
        }
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static String base64(StringBuilder word) {
        return Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8));
    }
}
