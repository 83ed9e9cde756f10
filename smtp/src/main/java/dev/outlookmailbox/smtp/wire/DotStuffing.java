package dev.outlookmailbox.smtp.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The content of a message as DATA wants it (RFC 5321 sections 2.3.8 and 4.5.2): a dot at the start of a line is doubled, and
 * whatever ends a line becomes CRLF, so that no bare CR or LF can pass for the end of the message at one server and not at the
 * next.
 */
final class DotStuffing extends OutputStream {

    private static final byte[] CRLF = {'\r', '\n'};

    private final OutputStream out;
    private boolean lineStart = true;
    private boolean afterCr;

    DotStuffing(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Copies runs; looks at line ends and line starts only. */
    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int end = offset + length;
        int run = offset;
        for (int i = offset; i < end; i++) {
            byte octet = octets[i];
            if (octet == '\r' || octet == '\n') {
                out.write(octets, run, i - run);
                lineEnd(octet);
                run = i + 1;
            } else {
                if (octet == '.' && lineStart) {
                    out.write('.');
                }
                lineStart = false;
                afterCr = false;
            }
        }
        out.write(octets, run, end - run);
    }

    /** Ends the last line and the content. Nothing is flushed. */
    void end() throws IOException {
        if (!lineStart) {
            out.write(CRLF);
        }
        out.write('.');
        out.write(CRLF);
    }

    private void lineEnd(byte octet) throws IOException {
        boolean secondOfCrLf = octet == '\n' && afterCr;
        if (!secondOfCrLf) {
            out.write(CRLF);
        }
        afterCr = octet == '\r';
        lineStart = true;
    }
}
