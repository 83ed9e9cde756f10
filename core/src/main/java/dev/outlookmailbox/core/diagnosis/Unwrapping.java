package dev.outlookmailbox.core.diagnosis;

/** Undoes what libraries, loggers and browsers do to a text: JSON escapes, percent encoding, HTML entities, doubled quotes. */
final class Unwrapping {

    private static final int HEAD = 24_000;
    private static final int TAIL = 8_000;
    /** Escaping inside escaping occurs; deeper than this it was not seen. */
    private static final int ROUNDS = 3;

    private Unwrapping() {}

    static String unwrap(String raw) {
        String text = bounded(raw);
        for (int round = 0; round < ROUNDS; round++) {
            String before = text;
            text = singleQuotes(Escapes.json(Escapes.entities(query(text))));
            if (text.equals(before)) {
                break;
            }
        }
        return text;
    }

    /** The cause stands at the beginning or at the end, so the middle of a huge text is left out. */
    private static String bounded(String raw) {
        if (raw.length() <= HEAD + TAIL) {
            return raw;
        }
        String head = raw.substring(0, HEAD);
        String tail = raw.substring(raw.length() - TAIL);
        return head.substring(0, lastBlank(head)) + " … " + tail.substring(firstBlank(tail));
    }

    /** A cut may go through a token, whose halves nothing would recognise; so the cut words are left out. */
    private static int lastBlank(String head) {
        int at = head.length();
        while (at > 0 && !Character.isWhitespace(head.charAt(at - 1))) {
            at--;
        }
        return at == 0 ? head.length() : at;
    }

    private static int firstBlank(String tail) {
        int at = 0;
        while (at < tail.length() && !Character.isWhitespace(tail.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String query(String text) {
        boolean encoded = text.contains("error%3")
                || text.contains("error=")
                || text.contains("error_description=")
                || text.contains("error%5Fdescription");
        return encoded && (text.indexOf('%') >= 0 || text.indexOf('+') >= 0) ? Escapes.percent(text) : text;
    }

    /** CSV doubles quotes; {@code ""} for an empty string stays as it is. */
    private static String singleQuotes(String text) {
        return text.contains("\"\"error") ? text.replace("\"\"", "\"") : text;
    }
}
