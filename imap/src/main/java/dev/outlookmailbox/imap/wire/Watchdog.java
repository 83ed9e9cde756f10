package dev.outlookmailbox.imap.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket whose work is not done in time: blocking writes and handshakes know no timeout of their own. One daemon
 * thread serves the whole JVM and ends when there is nothing to watch. Any thread may call it.
 */
public final class Watchdog {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Watchdog() {}

    /**
     * A watch that ends when the work does; {@link Watch#expired()} tells whether it bit.
     *
     * @param socket the one below TLS: closing a TLS socket waits for the very write that hangs
     */
    static Watch over(Socket socket, Duration limit) {
        return new Watch(socket, limit);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "outlook-mailbox-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(30, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** Used by one thread, closed by the same. */
    public static final class Watch implements AutoCloseable {
        private final Future<?> bite;
        private volatile boolean expired;

        private Watch(Socket socket, Duration limit) {
            this.bite = TIMER.schedule(() -> bite(socket), limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        public boolean expired() {
            return expired;
        }

        @Override
        public void close() {
            bite.cancel(false);
        }

        private void bite(Socket socket) {
            expired = true;
            try {
                socket.close();
            } catch (IOException e) {
                // the owner of the socket is told by its own failing call
            }
        }
    }
}
