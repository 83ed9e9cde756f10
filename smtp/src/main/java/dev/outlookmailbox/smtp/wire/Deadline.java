package dev.outlookmailbox.smtp.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** Cuts a connection on which a step takes too long as a whole, however many bytes trickle in. */
final class Deadline implements AutoCloseable {

    private final ScheduledFuture<?> alarm;
    private final Duration limit;
    private volatile boolean passed;

    /** @param socket the one below TLS, as closing a TLS socket waits for what hangs */
    Deadline(Socket socket, Duration limit) {
        this.limit = limit;
        this.alarm = Timers.after(limit, () -> cut(socket));
    }

    /** The failure that the deadline brought about, if it did; else the given one. */
    IOException explain(IOException failure) {
        if (!passed) {
            return failure;
        }
        SocketTimeoutException late = new SocketTimeoutException("not done within " + limit.toMillis() + " ms");
        late.initCause(failure);
        return late;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private void cut(Socket socket) {
        passed = true;
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
