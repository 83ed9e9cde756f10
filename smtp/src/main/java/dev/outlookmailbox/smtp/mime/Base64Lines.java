package dev.outlookmailbox.smtp.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in lines of 76 characters (RFC 2045 section 6.8), block by block, since the JDK's encoder is fast on whole arrays. */
final class Base64Lines {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final int OCTETS_A_LINE = 57;
    private static final int LINES_A_BLOCK = 256;

    private Base64Lines() {}

    /** How long {@link #copy} makes this many octets. */
    static long length(long octets) {
        long lines = (octets + OCTETS_A_LINE - 1) / OCTETS_A_LINE;
        return (octets + 2) / 3 * 4 + Math.max(0, lines - 1) * CRLF.length;
    }

    /** Without a line end after the last line. */
    static void copy(InputStream in, OutputStream out) throws IOException {
        Base64.Encoder encoder = Base64.getMimeEncoder(76, CRLF);
        byte[] block = new byte[OCTETS_A_LINE * LINES_A_BLOCK];
        byte[] encoded = new byte[Math.toIntExact(length(block.length))];
        for (int count = in.readNBytes(block, 0, block.length); count > 0; ) {
            byte[] octets = count == block.length ? block : Arrays.copyOf(block, count);
            out.write(encoded, 0, encoder.encode(octets, encoded));
            count = in.readNBytes(block, 0, block.length);
            if (count > 0) {
                out.write(CRLF);
            }
        }
    }
}
