package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that never change, read at any position. Any thread may read; closing lets go of the file behind it, if any. */
public abstract sealed class Content implements AutoCloseable permits MemoryContent, FileContent {

    public abstract long length();

    /**
     * Reads up to {@code count} bytes at a position; fewer only at the end.
     *
     * @return how many were read, 0 at or beyond the end
     * @throws IOException if the content has been closed, or the file cannot be read
     */
    public abstract int read(long position, byte[] into, int offset, int count) throws IOException;

    /** Idempotent. */
    @Override
    public abstract void close();

    /** The bytes from one position up to, not including, another; keeps this content reachable while it is read. */
    public InputStream stream(long from, long to) {
        return new ContentStream(this, from, Math.min(to, length()));
    }

    /** A copy of a range, which must be known to be small. */
    public byte[] bytes(long from, long to) throws IOException {
        byte[] copy = new byte[Math.toIntExact(Math.max(0, Math.min(to, length()) - from))];
        int filled = read(from, copy, 0, copy.length);
        if (filled < copy.length) {
            throw new IOException("The content is shorter than it was.");
        }
        return copy;
    }
}
