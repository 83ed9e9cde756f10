package dev.outlookmailbox.core.diagnosis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decoders that leave what they do not understand as it is. */
final class Escapes {

    private static final String[][] ENTITIES = {
        {"&quot;", "\""},
        {"&#34;", "\""},
        {"&#x22;", "\""},
        {"&#39;", "'"},
        {"&#x27;", "'"},
        {"&apos;", "'"},
        {"&lt;", "<"},
        {"&gt;", ">"},
        {"&amp;", "&"}
    };

    private Escapes() {}

    /** Escapes of JSON, and of the languages that print alike; {@code \_} is Markdown. */
    static String json(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                plain.append(c);
            } else {
                at = appendEscaped(plain, text, at);
            }
        }
        return plain.toString();
    }

    /** @return where the text goes on */
    private static int appendEscaped(StringBuilder plain, String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\'', '/', '\\', '_', '*' -> plain.append(c);
            case 'r', 'n', 't' -> plain.append(' ');
            case 'u' -> {
                int value = hex(text, at + 1, 4);
                if (value >= 0) {
                    plain.append((char) value);
                    return at + 5;
                }
                plain.append('\\').append(c);
            }
            default -> plain.append('\\').append(c);
        }
        return at + 1;
    }

    /** As browsers and form posts encode (UTF-8, plus for a space). */
    static String percent(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int value = c == '%' ? hex(text, at + 1, 2) : -1;
            if (value >= 0) {
                run.write(value);
                at += 3;
            } else {
                flush(run, plain);
                plain.append(c == '+' ? ' ' : c);
                at++;
            }
        }
        flush(run, plain);
        return plain.toString();
    }

    static String entities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        String plain = text;
        for (String[] entity : ENTITIES) {
            plain = plain.replace(entity[0], entity[1]);
        }
        return plain;
    }

    private static void flush(ByteArrayOutputStream run, StringBuilder plain) {
        if (run.size() > 0) {
            plain.append(run.toString(StandardCharsets.UTF_8));
            run.reset();
        }
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
