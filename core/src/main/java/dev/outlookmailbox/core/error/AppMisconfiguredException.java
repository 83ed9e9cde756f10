package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import org.jspecify.annotations.Nullable;

/** Fix the app registration or the settings of this application. */
public final class AppMisconfiguredException extends OutlookException {

    private static final long serialVersionUID = 1;

    AppMisconfiguredException(
            Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
    }
}
