package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Try again: the connection failed or the server was not well. The session is gone. */
public final class ConnectionException extends OutlookException {

    private static final long serialVersionUID = 1;

    ConnectionException(Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
    }
}
