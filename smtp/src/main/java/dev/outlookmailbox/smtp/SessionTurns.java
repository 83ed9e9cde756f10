package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.smtp.mime.ComposedMessage;
import dev.outlookmailbox.smtp.wire.Delivery;
import dev.outlookmailbox.smtp.wire.SessionOpener;
import dev.outlookmailbox.smtp.wire.SmtpSession;
import dev.outlookmailbox.smtp.wire.StaleSessionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the one connection of a client and lets callers have it in turn. Any thread may call it. */
final class SessionTurns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTurns.class);

    /** How many replies' worth of patience a caller has with those before it. */
    private static final int PATIENCE_FACTOR = 5;

    private final SessionOpener opener;
    private final Duration patience;
    private final Duration farewell;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile @Nullable SmtpSession session;
    private volatile boolean closed;

    SessionTurns(SessionOpener opener, Timeouts timeouts) {
        this.opener = opener;
        this.patience = timeouts.read().multipliedBy(PATIENCE_FACTOR);
        this.farewell = timeouts.read();
    }

    /** Over the open connection if there is one; should it turn out dead, over a new one. */
    Delivery submit(ComposedMessage message, long size) {
        return inTurn(() -> {
            SmtpSession open = session;
            if (open != null && open.isFresh()) {
                try {
                    return open.submit(message, size);
                } catch (StaleSessionException dead) {
                    LOG.debug("the open connection was gone; taking a new one");
                }
            }
            return submitAnew(message, size);
        });
    }

    void verify() {
        inTurn(() -> {
            SmtpSession open = session;
            if (open == null || !open.isFresh() || !open.isAlive()) {
                renew();
            }
            return true;
        });
    }

    @Override
    public void close() {
        closed = true;
        boolean idle = false;
        try {
            idle = turn.tryLock(farewell.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SmtpSession open = session;
        if (open != null && idle) {
            open.quit();
        } else if (open != null) {
            open.cut();
        }
        if (idle) {
            turn.unlock();
        }
    }

    private Delivery submitAnew(ComposedMessage message, long size) {
        try {
            return renew().submit(message, size);
        } catch (StaleSessionException e) {
            throw e.failure();
        }
    }

    private SmtpSession renew() {
        SmtpSession old = session;
        if (old != null) {
            old.quit();
        }
        refuseIfClosed();
        SmtpSession fresh = opener.open();
        session = fresh;
        if (closed) {
            fresh.cut();
        }
        return fresh;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!awaitTurn()) {
            throw busy();
        }
        try {
            refuseIfClosed();
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("This mail client is closed; open another one.");
        }
    }

    private boolean awaitTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OutlookException busy() {
        String why = Thread.currentThread().isInterrupted()
                ? "The thread was interrupted while it waited for other messages of this mailbox to be sent."
                : "Other messages of this mailbox have not been sent within " + patience.toSeconds() + " seconds.";
        return OutlookException.of(
                Layer.SMTP, Diagnosis.of(Reason.TRANSIENT_SERVER, Actor.NOBODY, true, why + " Try again later."));
    }
}
