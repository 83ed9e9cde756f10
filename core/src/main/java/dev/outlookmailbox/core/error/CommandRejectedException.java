package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Fix the request: the server understood it and said no. The session is still alive. */
public final class CommandRejectedException extends OutlookException {

    private static final long serialVersionUID = 1;

    CommandRejectedException(
            Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
    }
}
