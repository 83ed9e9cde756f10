package dev.outlookmailbox.smtp.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes text whose lines end with CRLF as quoted-printable (RFC 2045 section 6.7). */
final class QuotedPrintable {

    private static final int LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(int size) {
        this.out = new ByteArrayOutputStream(size);
    }

    static byte[] encode(byte[] text) {
        QuotedPrintable encoder = new QuotedPrintable(text.length + text.length / 4);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n') {
                encoder.lineEnd();
                i++;
            } else {
                boolean lastOfLine = i + 1 == text.length || text[i + 1] == '\r';
                encoder.octet(text[i] & 0xff, lastOfLine);
            }
        }
        return encoder.out.toByteArray();
    }

    /** White space at the end of a line would be lost on the way, a dot at its start is best not left to dot-stuffing. */
    private void octet(int octet, boolean lastOfLine) {
        boolean visible = octet > ' ' && octet < 127 && octet != '=';
        boolean blank = (octet == ' ' || octet == '\t') && !lastOfLine;
        boolean bare = (visible || blank) && !(octet == '.' && column == 0);
        int width = bare ? 1 : 3;
        if (column + width > (lastOfLine ? LINE : LINE - 1)) {
            out.write('=');
            lineEnd();
            octet(octet, lastOfLine);
            return;
        }
        if (bare) {
            out.write(octet);
        } else {
            out.write('=');
            out.write(HEX[octet >> 4]);
            out.write(HEX[octet & 15]);
        }
        column += width;
    }

    private void lineEnd() {
        out.write('\r');
        out.write('\n');
        column = 0;
    }
}
