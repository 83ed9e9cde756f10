package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.error.OutlookException;

/** The connection was lost before the server said a word on the message: another connection cannot make it two. */
public final class StaleSessionException extends Exception {

    private static final long serialVersionUID = 1;

    private final OutlookException failure;

    StaleSessionException(OutlookException failure) {
        super(failure);
        this.failure = failure;
    }

    /** What to tell the caller where the connection was not an old one. */
    public OutlookException failure() {
        return failure;
    }
}
