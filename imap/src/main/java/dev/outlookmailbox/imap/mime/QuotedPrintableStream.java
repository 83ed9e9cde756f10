package dev.outlookmailbox.imap.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decodes quoted-printable while it is read (RFC 2045 section 6.7). An equals sign that encodes nothing stays. Not thread-safe. */
final class QuotedPrintableStream extends DecodingStream {

    private static final int BLOCK = 8 * 1024;
    private static final int NOTHING = -2;

    /** Read already and not used yet; the end of the input can be that too. */
    private int peeked = NOTHING;

    QuotedPrintableStream(InputStream in) {
        super(in);
    }

    @Override
    protected byte[] decodeMore() throws IOException {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(BLOCK);
        while (decoded.size() < BLOCK) {
            int b = next();
            if (b < 0) {
                break;
            }
            if (b == '=') {
                escape(decoded);
            } else {
                decoded.write(b);
            }
        }
        return decoded.size() == 0 ? END : decoded.toByteArray();
    }

    private void escape(ByteArrayOutputStream decoded) throws IOException {
        int first = next();
        if (first == '\r') {
            int second = next();
            peeked = second == '\n' ? NOTHING : second;
            return;
        }
        if (first == '\n' || first < 0) {
            return;
        }
        int second = next();
        int high = Character.digit(first, 16);
        int low = second < 0 ? -1 : Character.digit(second, 16);
        if (high >= 0 && low >= 0) {
            decoded.write(16 * high + low);
        } else {
            decoded.write('=');
            decoded.write(first);
            peeked = second;
        }
    }

    private int next() throws IOException {
        if (peeked != NOTHING) {
            int b = peeked;
            peeked = NOTHING;
            return b;
        }
        return in.read();
    }
}
