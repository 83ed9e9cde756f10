package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Send the user through sign-in again: what was granted before no longer works. */
public final class SignInRequiredException extends OutlookException {

    private static final long serialVersionUID = 1;

    SignInRequiredException(
            Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
    }
}
