package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.wire.WireText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Parameters of RFC 2231: {@code name*=utf-8''%e2%82%ac}, cut into {@code name*0*=…; name*1=…}, or both. */
final class ExtendedParameter {

    private static final int MOST_PIECES = 1_000;

    private ExtendedParameter() {}

    /** Empty if the parameter is not there in one of these forms. */
    static Optional<String> decode(String name, Map<String, String> parameters) {
        String whole = parameters.get(name + "*");
        if (whole != null) {
            return Optional.of(text(new Pieces().add(whole, true)));
        }
        Pieces pieces = new Pieces();
        for (int i = 0; i < MOST_PIECES; i++) {
            String extended = parameters.get(name + "*" + i + "*");
            String plain = parameters.get(name + "*" + i);
            if (extended != null) {
                pieces.add(extended, true);
            } else if (plain != null) {
                pieces.add(plain, false);
            } else {
                break;
            }
        }
        return pieces.count == 0 ? Optional.empty() : Optional.of(text(pieces));
    }

    private static String text(Pieces pieces) {
        byte[] bytes = pieces.bytes.toByteArray();
        Optional<Charset> charset = Charsets.named(pieces.charset);
        String text =
                charset.map(known -> new String(bytes, known)).orElseGet(() -> WireText.decode(bytes, 0, bytes.length));
        return EncodedWords.decode(text);
    }

    /** Bytes first, text at the end: a character may be cut in two. */
    private static final class Pieces {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String charset = "";
        private int count;

        private Pieces add(String piece, boolean percent) {
            String rest = piece;
            if (percent && count == 0) {
                int first = piece.indexOf('\'');
                int second = piece.indexOf('\'', first + 1);
                if (first >= 0 && second > first) {
                    charset = piece.substring(0, first);
                    rest = piece.substring(second + 1);
                }
            }
            count++;
            bytes.writeBytes(percent ? unescape(rest) : rest.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private static byte[] unescape(String text) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '%' && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2)) {
                    plain.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    plain.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
            return plain.toByteArray();
        }

        private static boolean isHex(String text, int at) {
            return Character.digit(text.charAt(at), 16) >= 0;
        }
    }
}
