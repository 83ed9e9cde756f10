package dev.outlookmailbox.imap.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Bounds each wait for decrypted bytes, as a socket's own timeout starts anew with each byte of a TLS record; and each response
 * as a whole, to a few such waits and the time its bytes take on a very slow line. One thread at a time.
 */
final class PatientInput extends FilterInputStream {

    private static final int WAITS = 4;
    private static final long NANOS_PER_BYTE = 1_000_000;

    private final Socket plain;
    private final Duration patience;
    private long begun = System.nanoTime();
    private long bytes;

    /** @param patience how long one wait may last */
    PatientInput(InputStream in, Socket plain, Duration patience) {
        super(in);
        this.plain = plain;
        this.patience = patience;
    }

    /** A response begins. */
    void begin() {
        begun = System.nanoTime();
        bytes = 0;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (System.nanoTime() - begun > WAITS * patience.toNanos() + bytes * NANOS_PER_BYTE) {
            throw new SocketTimeoutException("the server sends its response in drops");
        }
        try (Watchdog.Watch watch = Watchdog.over(plain, patience)) {
            try {
                int n = super.read(into, offset, count);
                bytes += Math.max(0, n);
                return n;
            } catch (IOException e) {
                throw watch.expired() ? new SocketTimeoutException("the server does not finish what it sends") : e;
            }
        }
    }
}
