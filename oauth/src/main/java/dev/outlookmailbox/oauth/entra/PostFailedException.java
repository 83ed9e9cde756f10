package dev.outlookmailbox.oauth.entra;

import java.io.IOException;

/** No answer came. The message of the cause may quote what the server sent. */
final class PostFailedException extends IOException {

    private static final long serialVersionUID = 1;

    private final IOException failure;
    private final boolean sent;

    PostFailedException(IOException failure, boolean sent) {
        super("The POST failed", failure);
        this.failure = failure;
        this.sent = sent;
    }

    IOException failure() {
        return failure;
    }

    /** Whether the server may have got the request. */
    boolean sent() {
        return sent;
    }
}
