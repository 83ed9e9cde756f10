package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;

/** A connection while one caller has it. Closing gives it back. */
final class Lease implements AutoCloseable {

    private final ConnectionPool pool;
    private final Connector.SignedIn signedIn;
    private final boolean reused;

    Lease(ConnectionPool pool, Connector.SignedIn signedIn, boolean reused) {
        this.pool = pool;
        this.signedIn = signedIn;
        this.reused = reused;
    }

    ImapConnection connection() {
        return signedIn.connection();
    }

    /** Whether the failure comes from the age of this connection, so that a new one may do better. */
    boolean failedOfAge(OutlookException e) {
        boolean tokenEnded = e.diagnosis().reason() == Reason.ACCESS_TOKEN_EXPIRED;
        if (tokenEnded) {
            pool.tokenEnded(signedIn.token());
        }
        return !(e instanceof ProtocolViolationException)
                && connection().isBroken()
                && !pool.isClosed()
                && (reused || tokenEnded);
    }

    @Override
    public void close() {
        pool.giveBack(signedIn);
    }
}
