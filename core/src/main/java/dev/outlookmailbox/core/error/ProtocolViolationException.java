package dev.outlookmailbox.core.error;

import dev.outlookmailbox.core.SendOutcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Report a bug: a server spoke in a way that this library does not understand. The session is gone. */
public final class ProtocolViolationException extends OutlookException {

    private static final long serialVersionUID = 1;

    /**
     * @param serverText what the server said, without any secret
     * @param outcome what became of the message, for failures of a send
     * @param cause must not hold a secret in its message
     */
    public ProtocolViolationException(
            Layer layer, String serverText, @Nullable SendOutcome outcome, @Nullable Throwable cause) {
        super(layer, diagnosis(serverText), outcome, cause);
    }

    private static Diagnosis diagnosis(String serverText) {
        return new Diagnosis(
                Reason.OTHER,
                Actor.OPERATOR,
                false,
                Optional.empty(),
                "The server's answer does not follow the protocol; please report it as a bug of this library, with this message.",
                serverText,
                Optional.empty(),
                List.of());
    }
}
