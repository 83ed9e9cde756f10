package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.content.Content;
import java.io.IOException;

/** Goes through content line by line without holding it: where each begins and ends, and how it begins. */
final class LineScanner {

    /** How much of a line can be looked at. */
    static final int PREFIX = 1024;

    private final Content content;
    private final byte[] window = new byte[64 * 1024];
    private long windowStart;
    private int filled;
    private int next;

    private final byte[] prefix = new byte[PREFIX];
    private int prefixLength;
    private long start;
    private long end;

    LineScanner(Content content) {
        this.content = content;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        start = windowStart + next;
        prefixLength = 0;
        boolean any = false;
        while (next < filled || refill()) {
            any = true;
            int from = next;
            while (next < filled && window[next] != '\n') {
                next++;
            }
            int copied = Math.min(next - from, PREFIX - prefixLength);
            System.arraycopy(window, from, prefix, prefixLength, copied);
            prefixLength += copied;
            if (next < filled) {
                end = windowStart + next;
                next++;
                dropCarriageReturn();
                return true;
            }
        }
        end = windowStart + next;
        return any;
    }

    /** Where the line begins. */
    long start() {
        return start;
    }

    /** Where its text ends, before the line break; the CR of a line longer than the prefix counts as text. */
    long end() {
        return end;
    }

    /** Where the next line begins. */
    long after() {
        return windowStart + next;
    }

    /** The first bytes of the line, up to {@link #prefixLength()}. */
    byte[] prefix() {
        return prefix;
    }

    int prefixLength() {
        return prefixLength;
    }

    boolean isEmpty() {
        return prefixLength == 0;
    }

    private void dropCarriageReturn() {
        if (end - start == prefixLength && prefixLength > 0 && prefix[prefixLength - 1] == '\r') {
            prefixLength--;
            end--;
        }
    }

    private boolean refill() throws IOException {
        windowStart += filled;
        next = 0;
        filled = content.read(windowStart, window, 0, window.length);
        return filled > 0;
    }
}
