package dev.outlookmailbox.core.diagnosis;

/**
 * Letters and digits in lower case, nothing else. Loggers and terminals break lines inside words, Markdown puts escapes there,
 * libraries quote; none of it survives.
 */
final class Squeezed {

    private Squeezed() {}

    static String of(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                squeezed.append(Character.toLowerCase(c));
            }
        }
        return squeezed.toString();
    }
}
