package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The few connections that Exchange grants a mailbox, lent to one caller at a time. A connection whose token is about to end is
 * not lent again. Thread-safe; nobody else's connection is touched while one is being opened.
 */
public final class ConnectionPool implements AutoCloseable {

    private static final Duration TOKEN_MARGIN = Duration.ofMinutes(1);

    private final Connector connector;
    private final Clock clock;
    private final Duration patience;
    private final int size;
    private final Semaphore free;
    private final Object lock = new Object();
    private final Deque<Connector.SignedIn> idle = new ArrayDeque<>();
    private final Set<ImapConnection> lent = new HashSet<>();
    private boolean closed;

    ConnectionPool(Connector connector, Clock clock, int size, Duration patience) {
        this.connector = connector;
        this.clock = clock;
        this.patience = patience;
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    /**
     * A connection for one caller, preferably one with the folder open already.
     *
     * @param mailbox the folder it is wanted for, null if for none
     * @param fresh whether the idle ones are suspect; they are closed then and a new one is opened
     * @throws OutlookException if none becomes free in time, or none can be opened
     */
    Lease lease(@Nullable String mailbox, boolean fresh) {
        waitForSlot();
        boolean lend = false;
        try {
            Connector.SignedIn reused = fresh ? dropIdle() : takeIdle(mailbox);
            Connector.SignedIn taken = reused == null ? connector.connect() : reused;
            register(taken.connection());
            lend = true;
            return new Lease(this, taken, reused != null);
        } finally {
            if (!lend) {
                free.release();
            }
        }
    }

    void giveBack(Connector.SignedIn returned) {
        ImapConnection connection = returned.connection();
        synchronized (lock) {
            lent.remove(connection);
            if (!closed && connection.isReusable()) {
                idle.addFirst(returned);
                connection = null;
            }
        }
        free.release();
        if (connection != null) {
            connection.hangUp();
        }
    }

    void tokenEnded(AccessToken token) {
        connector.tokenEnded(token);
    }

    boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** Closes every connection, those at work included: their calls end with an exception. Idempotent. */
    @Override
    public void close() {
        List<Connector.SignedIn> waiting;
        List<ImapConnection> working;
        synchronized (lock) {
            closed = true;
            waiting = new ArrayList<>(idle);
            working = new ArrayList<>(lent);
            idle.clear();
        }
        waiting.forEach(signedIn -> signedIn.connection().hangUp());
        working.forEach(ImapConnection::close);
    }

    private void waitForSlot() {
        refuseIfClosed();
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("All " + size + " connections to the mailbox have been busy for " + patience
                        + "; do less at a time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The thread was interrupted while it waited for a connection.");
        }
    }

    private void register(ImapConnection connection) {
        synchronized (lock) {
            if (!closed) {
                lent.add(connection);
                return;
            }
        }
        connection.close();
        refuseIfClosed();
    }

    private void refuseIfClosed() {
        if (isClosed()) {
            throw new IllegalStateException("The mailbox has been closed; connect again.");
        }
    }

    private Connector.@Nullable SignedIn takeIdle(@Nullable String mailbox) {
        List<ImapConnection> spent = new ArrayList<>();
        Connector.SignedIn best = null;
        synchronized (lock) {
            for (Iterator<Connector.SignedIn> all = idle.iterator(); all.hasNext(); ) {
                Connector.SignedIn one = all.next();
                if (one.token().expiresWithin(TOKEN_MARGIN, clock.instant())) {
                    all.remove();
                    spent.add(one.connection());
                } else if (best == null || (hasOpen(one, mailbox) && !hasOpen(best, mailbox))) {
                    best = one;
                }
            }
            idle.remove(best);
        }
        spent.forEach(ImapConnection::hangUp);
        return best;
    }

    private static boolean hasOpen(Connector.SignedIn signedIn, @Nullable String mailbox) {
        Selection selection = signedIn.connection().selection();
        return selection != null && selection.mailbox().equals(mailbox);
    }

    private Connector.@Nullable SignedIn dropIdle() {
        List<Connector.SignedIn> suspects;
        synchronized (lock) {
            suspects = new ArrayList<>(idle);
            idle.clear();
        }
        suspects.forEach(suspect -> suspect.connection().close());
        return null;
    }

    private static OutlookException unavailable(String advice) {
        return OutlookException.of(Layer.IMAP, Diagnosis.of(Reason.NETWORK, Actor.NOBODY, true, advice));
    }
}
