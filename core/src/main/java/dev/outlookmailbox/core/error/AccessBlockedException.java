package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Ask the administrator of the user's tenant: signing in again would not help. */
public final class AccessBlockedException extends OutlookException {

    private static final long serialVersionUID = 1;

    AccessBlockedException(Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
    }
}
