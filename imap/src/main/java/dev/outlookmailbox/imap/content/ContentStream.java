package dev.outlookmailbox.imap.content;

import java.io.IOException;
import java.io.InputStream;

/** One reader's view of a range; not thread-safe, as streams are. */
final class ContentStream extends InputStream {

    private final Content content;
    private final long end;
    private final byte[] buffer;
    private long position;
    private int next;
    private int filled;

    ContentStream(Content content, long from, long end) {
        this.content = content;
        this.position = from;
        this.end = end;
        this.buffer = new byte[(int) Math.max(1, Math.min(16 * 1024, end - from))];
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(count, filled - next);
        System.arraycopy(buffer, next, into, offset, n);
        next += n;
        return n;
    }

    @Override
    public int available() {
        return filled - next;
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        if (position >= end) {
            return false;
        }
        filled = content.read(position, buffer, 0, (int) Math.min(buffer.length, end - position));
        next = 0;
        position += filled;
        return filled > 0;
    }
}
