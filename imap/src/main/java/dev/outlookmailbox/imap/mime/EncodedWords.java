package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.wire.WireText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes RFC 2047 as it is in the wild: words that touch other text, that hold spaces, lack padding, name a language, or cut a
 * character in two. What is no encoded word stays as it is. Never throws.
 */
public final class EncodedWords {

    private final String text;
    private final StringBuilder out;
    /** Bytes of words in one charset that follow each other: a character may begin in one and end in the next. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private @Nullable String pendingCharset;

    private EncodedWords(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).run() : text;
    }

    private String run() {
        int plainFrom = 0;
        int searchFrom = 0;
        for (int start = text.indexOf("=?"); start >= 0; start = text.indexOf("=?", searchFrom)) {
            Word word = wordAt(start);
            if (word == null) {
                searchFrom = start + 2;
                continue;
            }
            plain(plainFrom, start);
            add(word);
            plainFrom = word.end;
            searchFrom = word.end;
        }
        flush();
        return out.append(text, plainFrom, text.length()).toString();
    }

    /** White space between two words is not part of the text (RFC 2047 section 6.2). */
    private void plain(int from, int to) {
        boolean between = pendingCharset != null && text.substring(from, to).isBlank();
        if (!between) {
            flush();
            out.append(text, from, to);
        }
    }

    private void add(Word word) {
        if (pendingCharset != null && !pendingCharset.equalsIgnoreCase(word.charset)) {
            flush();
        }
        pendingCharset = word.charset;
        pending.writeBytes(word.bytes);
    }

    private void flush() {
        if (pendingCharset == null) {
            return;
        }
        byte[] bytes = pending.toByteArray();
        Optional<Charset> charset = Charsets.named(pendingCharset);
        out.append(charset.map(known -> new String(bytes, known))
                .orElseGet(() -> WireText.decode(bytes, 0, bytes.length)));
        pending.reset();
        pendingCharset = null;
    }

    private @Nullable Word wordAt(int start) {
        int charsetEnd = text.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd + 2 >= text.length() || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int from = charsetEnd + 3;
        int end = text.indexOf("?=", from);
        String charset = text.substring(start + 2, charsetEnd);
        if (end < 0 || charset.isBlank() || charset.indexOf(' ') >= 0) {
            return null;
        }
        int language = charset.indexOf('*');
        return switch (text.charAt(charsetEnd + 1)) {
            case 'B', 'b' -> new Word(withoutLanguage(charset, language), base64(text, from, end), end + 2);
            case 'Q', 'q' -> new Word(withoutLanguage(charset, language), quoted(text, from, end), end + 2);
            default -> null;
        };
    }

    private static String withoutLanguage(String charset, int star) {
        return star < 0 ? charset : charset.substring(0, star);
    }

    private static byte[] base64(String text, int from, int end) {
        byte[] ascii = new byte[end - from];
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            ascii[i - from] = (byte) (c < 128 ? c : 0);
        }
        return LenientBase64.decode(ascii);
    }

    private static byte[] quoted(String text, int from, int end) {
        byte[] bytes = new byte[3 * (end - from)];
        int n = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                bytes[n++] = ' ';
            } else if (c == '=' && i + 2 < end && hex(text, i + 1) >= 0 && hex(text, i + 2) >= 0) {
                bytes[n++] = (byte) (16 * hex(text, i + 1) + hex(text, i + 2));
                i += 2;
            } else if (c < 128) {
                bytes[n++] = (byte) c;
            } else {
                byte[] raw = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(raw, 0, bytes, n, raw.length);
                n += raw.length;
            }
        }
        return Arrays.copyOf(bytes, n);
    }

    private static int hex(String text, int at) {
        return Character.digit(text.charAt(at), 16);
    }

    private static final class Word {
        private final String charset;
        private final byte[] bytes;
        private final int end;

        private Word(String charset, byte[] bytes, int end) {
            this.charset = charset;
            this.bytes = bytes;
            this.end = end;
        }
    }
}
