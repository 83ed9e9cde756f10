package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.imap.content.Content;
import dev.outlookmailbox.imap.content.Spool;
import dev.outlookmailbox.imap.content.TempFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts the stream into responses, by lines and literals alone (RFC 3501 section 4.3), so that no nonsense inside a response
 * can cost the next one. Literals above 64 KiB are not held in the response but spooled. One thread at a time.
 */
public final class ResponseReader {

    private static final int INLINE_LITERAL = 64 * 1024;
    private static final int IN_MEMORY = 1024 * 1024;
    private static final int MAX_RESPONSE = 32 * 1024 * 1024;
    private static final long MAX_LITERAL = 1L << 30;

    private final InputStream in;
    private final TempFiles files;
    private final byte[] window = new byte[32 * 1024];
    private int next;
    private int filled;

    private byte[] line = new byte[4 * 1024];
    private int size;

    public ResponseReader(InputStream in, TempFiles files) {
        this.in = in;
        this.files = files;
    }

    /**
     * The next response. It shares this reader's buffer, so it is good until the next call only.
     *
     * @throws EOFException if the server has closed the connection
     * @throws FramingException if what comes cannot be a response
     */
    public Response read() throws IOException {
        size = 0;
        Map<Integer, Content> spooled = Map.of();
        while (true) {
            int lineStart = size;
            readLine();
            long literal = literalLength(lineStart);
            if (literal < 0) {
                return Response.parse(line, size, spooled);
            }
            line = ensure(2);
            line[size++] = '\r';
            line[size++] = '\n';
            if (literal <= INLINE_LITERAL) {
                readInline((int) literal);
            } else {
                spooled = spooled.isEmpty() ? new HashMap<>() : spooled;
                spooled.put(size, spool(literal));
            }
        }
    }

    /** Whether bytes have arrived that nobody has asked for; after STARTTLS that is an attack (CVE-2011-0411). */
    public boolean hasUnreadInput() throws IOException {
        return next < filled || in.available() > 0;
    }

    /** Appends up to the line break, which is dropped. */
    private void readLine() throws IOException {
        while (true) {
            int start = next;
            while (next < filled && window[next] != '\n') {
                next++;
            }
            append(start, next - start);
            if (next < filled) {
                next++;
                if (size > 0 && line[size - 1] == '\r') {
                    size--;
                }
                return;
            }
            refill();
        }
    }

    private void append(int start, int count) throws FramingException {
        line = ensure(count);
        System.arraycopy(window, start, line, size, count);
        size += count;
    }

    private void readInline(int count) throws IOException {
        line = ensure(count);
        int missing = count;
        while (missing > 0) {
            if (next == filled) {
                refill();
            }
            int n = Math.min(missing, filled - next);
            System.arraycopy(window, next, line, size, n);
            next += n;
            size += n;
            missing -= n;
        }
    }

    private Content spool(long count) throws IOException {
        try (Spool spool = files.spool(IN_MEMORY)) {
            long missing = count;
            while (missing > 0) {
                if (next == filled) {
                    refill();
                }
                int n = (int) Math.min(missing, filled - next);
                spool.write(window, next, n);
                next += n;
                missing -= n;
            }
            return spool.toContent();
        }
    }

    private void refill() throws IOException {
        next = 0;
        filled = 0;
        int n = in.read(window);
        if (n < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled = n;
    }

    private byte[] ensure(int more) throws FramingException {
        if (size + more > MAX_RESPONSE) {
            throw new FramingException("a response of more than " + MAX_RESPONSE + " octets");
        }
        return size + more <= line.length ? line : Arrays.copyOf(line, Math.max(size + more, 2 * line.length));
    }

    /** The length announced by <code>{n}</code> at the end of a line, or -1. */
    private long literalLength(int lineStart) throws FramingException {
        if (size - lineStart < 3 || line[size - 1] != '}' || !mayHoldLiterals()) {
            return -1;
        }
        long length = 0;
        long weight = 1;
        int i = size - 2;
        for (; i >= lineStart && line[i] >= '0' && line[i] <= '9'; i--) {
            length += weight * (line[i] - '0');
            weight *= 10;
            if (length > MAX_LITERAL) {
                throw new FramingException("a literal of more than " + MAX_LITERAL + " octets");
            }
        }
        return i >= lineStart && line[i] == '{' && weight > 1 ? length : -1;
    }

    /** Status responses are free text, where a closing brace means nothing. */
    private boolean mayHoldLiterals() {
        return size > 4 && line[0] == '*' && !Response.isStatus(line, 2, size);
    }
}
