package dev.outlookmailbox.smtp.wire;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a connection whose peer takes no more bytes, since Java's writes have no timeout. A look now and then costs less than an
 * alarm for each write; so a stalled write ends between one and one and a quarter times its patience.
 */
final class StallWatch implements AutoCloseable {

    private final Socket socket;
    private final long patience;
    private final ScheduledFuture<?> looks;
    private volatile long writingSince;
    private volatile boolean stalled;

    /** @param socket the one below TLS, as closing a TLS socket waits for the very write that hangs */
    StallWatch(Socket socket, Duration patience) {
        this.socket = socket;
        this.patience = patience.toNanos();
        this.looks = Timers.every(patience.dividedBy(4), new Look(new WeakReference<>(this)));
    }

    void writing() {
        long now = System.nanoTime();
        writingSince = now == 0 ? 1 : now;
    }

    void written() {
        writingSince = 0;
    }

    /** The failure that this watch brought about, if it did; else the given one. */
    IOException explain(IOException failure) {
        if (!stalled) {
            return failure;
        }
        SocketTimeoutException late = new SocketTimeoutException("the server took no more bytes");
        late.initCause(failure);
        return late;
    }

    @Override
    public void close() {
        looks.cancel(false);
    }

    private void look() {
        long since = writingSince;
        if (since == 0 || System.nanoTime() - since < patience) {
            return;
        }
        stalled = true;
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }

    /** Does not keep a forgotten connection alive. */
    private record Look(WeakReference<StallWatch> watch) implements Runnable {
        @Override
        public void run() {
            @Nullable StallWatch watched = watch.get();
            if (watched == null) {
                throw new IllegalStateException("ends these looks: nobody holds the connection any more");
            }
            watched.look();
        }
    }
}
