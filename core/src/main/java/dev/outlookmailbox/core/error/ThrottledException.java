package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Wait {@link #retryAfter()}, then try again. */
public final class ThrottledException extends OutlookException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    ThrottledException(Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis, outcome, cause);
        this.retryAfter = diagnosis.retryAfter().orElseGet(() -> usual(layer, diagnosis.reason()));
    }

    /**
     * What the server asked for. Where it named no time: an hour for a sending limit, else 30 seconds for Entra and SMTP, and
     * five minutes for IMAP, whose hints are mostly near that.
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static Duration usual(Layer layer, Reason reason) {
        if (reason == Reason.SENDING_LIMIT_EXCEEDED) {
            return Duration.ofHours(1);
        }
        return layer == Layer.IMAP && reason == Reason.THROTTLED ? Duration.ofMinutes(5) : Duration.ofSeconds(30);
    }
}
