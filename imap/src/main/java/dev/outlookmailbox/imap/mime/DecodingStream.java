package dev.outlookmailbox.imap.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that decodes block by block. Not thread-safe. */
abstract class DecodingStream extends FilterInputStream {

    /** What {@link #decodeMore()} returns at the end; an empty array of any other identity means "ask again". */
    protected static final byte[] END = new byte[0];

    private byte[] block = new byte[0];
    private int next;

    DecodingStream(InputStream in) {
        super(in);
    }

    protected abstract byte[] decodeMore() throws IOException;

    @Override
    public int read() throws IOException {
        return fill() ? block[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(count, block.length - next);
        System.arraycopy(block, next, into, offset, n);
        next += n;
        return n;
    }

    @Override
    public int available() {
        return block.length - next;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = 0;
        while (skipped < n && fill()) {
            int step = (int) Math.min(n - skipped, block.length - next);
            next += step;
            skipped += step;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean fill() throws IOException {
        while (next >= block.length) {
            if (block == END) {
                return false;
            }
            block = decodeMore();
            next = 0;
        }
        return true;
    }
}
