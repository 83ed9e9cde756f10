package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.error.OutlookException;

/** The server refused a token; another one may do. Never leaves this package. */
final class TokenRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final OutlookException failure;

    TokenRefusedException(OutlookException failure) {
        super(failure.getMessage());
        this.failure = failure;
    }

    /** What the caller is told if no other token is to be had. */
    OutlookException failure() {
        return failure;
    }
}
