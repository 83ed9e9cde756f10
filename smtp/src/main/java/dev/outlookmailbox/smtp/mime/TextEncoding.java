package dev.outlookmailbox.smtp.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A text made fit for any mail server: ASCII, lines of moderate length, every line end CRLF (RFC 2045 section 6). */
final class TextEncoding {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final int LINE = 76;

    private final String name;
    private final byte[] octets;

    private TextEncoding(String name, byte[] octets) {
        this.name = name;
        this.octets = octets;
    }

    /** Plain where it can be, quoted-printable where most of it stays readable, else Base64, which is then shorter. */
    static TextEncoding of(String text) {
        String lines = crlf(text);
        byte[] utf8 = lines.getBytes(StandardCharsets.UTF_8);
        int odd = odd(utf8);
        if (odd == 0 && lines.lines().allMatch(line -> line.length() <= LINE)) {
            return new TextEncoding("7bit", utf8);
        }
        if (odd <= utf8.length / 6) {
            return new TextEncoding("quoted-printable", QuotedPrintable.encode(utf8));
        }
        return new TextEncoding("base64", Base64.getMimeEncoder(LINE, CRLF).encode(utf8));
    }

    /** As {@code Content-Transfer-Encoding} names it. */
    String name() {
        return name;
    }

    byte[] octets() {
        return octets;
    }

    private static String crlf(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean secondOfCrLf = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (c == '\r' || (c == '\n' && !secondOfCrLf)) {
                out.append("\r\n");
            } else if (c != '\n') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int odd(byte[] octets) {
        int odd = 0;
        for (byte octet : octets) {
            boolean plain = (octet >= ' ' && octet < 127) || octet == '\r' || octet == '\n' || octet == '\t';
            odd += plain ? 0 : 1;
        }
        return odd;
    }
}
