package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all failures. Each subtype is named after what the reader does next; the {@link Diagnosis} says the rest, and
 * the message holds all of it, so that one log line is enough. No secret is ever part of it.
 */
public abstract sealed class OutlookException extends RuntimeException
        permits AccessBlockedException,
                AppMisconfiguredException,
                CommandRejectedException,
                ConnectionException,
                ProtocolViolationException,
                SignInRequiredException,
                ThrottledException {

    private static final long serialVersionUID = 1;

    private final Layer layer;
    private final transient Diagnosis diagnosis;
    private final @Nullable SendOutcome outcome;

    OutlookException(Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(message(layer, diagnosis, outcome), cause);
        this.layer = layer;
        this.diagnosis = diagnosis;
        this.outcome = outcome;
    }

    /** The exception that fits the diagnosis. */
    public static OutlookException of(Layer layer, Diagnosis diagnosis) {
        return of(layer, diagnosis, null, null);
    }

    /**
     * The exception that fits the diagnosis.
     *
     * @param outcome what became of the message, for failures of a send
     * @param cause must not hold a secret in its message
     */
    public static OutlookException of(
            Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        return switch (NextStep.after(layer, diagnosis)) {
            case SIGN_IN -> new SignInRequiredException(layer, diagnosis, outcome, cause);
            case ASK_ADMINISTRATOR -> new AccessBlockedException(layer, diagnosis, outcome, cause);
            case FIX_APP -> new AppMisconfiguredException(layer, diagnosis, outcome, cause);
            case WAIT -> new ThrottledException(layer, diagnosis, outcome, cause);
            case TRY_AGAIN -> new ConnectionException(layer, diagnosis, outcome, cause);
            case FIX_REQUEST -> new CommandRejectedException(layer, diagnosis, outcome, cause);
        };
    }

    /**
     * The same failure, telling what became of the message: for whoever knows that it happened during a send. Stack trace and
     * cause stay.
     */
    public OutlookException withOutcome(SendOutcome known) {
        OutlookException same = this instanceof ProtocolViolationException
                ? new ProtocolViolationException(layer, diagnosis.serverText(), known, getCause())
                : of(layer, diagnosis, known, getCause());
        same.setStackTrace(getStackTrace());
        return same;
    }

    /** Advice, likely causes, the server's words and the id for Microsoft support, in one line. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Never null. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /** Whether the same call can succeed later without anybody acting. */
    public boolean retryable() {
        return diagnosis.retryable();
    }

    /** What became of the message; present on failures of a send, empty on all others. */
    public Optional<SendOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    private static String message(Layer layer, Diagnosis diagnosis, @Nullable SendOutcome outcome) {
        StringBuilder text = new StringBuilder(diagnosis.advice())
                .append(" [")
                .append(layer)
                .append(' ')
                .append(diagnosis.reason());
        if (outcome != null) {
            text.append(", message ").append(outcome);
        }
        text.append(']');
        if (!diagnosis.alternatives().isEmpty()) {
            text.append(" Likely causes: ").append(diagnosis.alternatives()).append('.');
        }
        if (!diagnosis.serverText().isEmpty()) {
            text.append(" The server said: ").append(diagnosis.serverText());
        }
        diagnosis
                .supportId()
                .ifPresent(id ->
                        text.append(" (for Microsoft support: ").append(id).append(')'));
        return text.toString();
    }
}
