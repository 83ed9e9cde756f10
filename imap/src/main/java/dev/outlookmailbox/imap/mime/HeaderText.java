package dev.outlookmailbox.imap.mime;

/** Text of headers made fit for one line. */
public final class HeaderText {

    private HeaderText() {}

    /** Folds and control characters become spaces; nothing is left at the ends. */
    public static String oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                return replaceControls(text).strip();
            }
        }
        return text.strip();
    }

    private static String replaceControls(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean partOfBreak = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (!partOfBreak) {
                plain.append(isControl(c) ? ' ' : c);
            }
        }
        return plain.toString();
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
