package dev.outlookmailbox.smtp.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection that takes too long, where Java has no timeout: writes, and a handshake as a whole. One daemon thread serves
 * the whole JVM and ends when nothing is watched.
 */
final class Deadline implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final ScheduledFuture<?> alarm;
    private final Duration limit;
    private volatile boolean passed;

    /** @param socket the one below TLS, as closing a TLS socket waits for the very write that hangs */
    Deadline(Socket socket, Duration limit) {
        this.limit = limit;
        this.alarm = WATCH.schedule(() -> cut(socket), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The failure that the deadline brought about, if it did; else the given one. */
    IOException explain(IOException failure) {
        if (!passed) {
            return failure;
        }
        SocketTimeoutException late =
                new SocketTimeoutException("the server took nothing for " + limit.toMillis() + " ms");
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

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "outlook-smtp-deadline");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(10, TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
        return watch;
    }
}
