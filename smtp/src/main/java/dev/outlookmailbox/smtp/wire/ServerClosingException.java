package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.error.Diagnosis;
import java.io.IOException;

/** The server said 421: it closes the connection, and what was asked is not done (RFC 5321 section 3.8). */
final class ServerClosingException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Diagnosis diagnosis;

    ServerClosingException(Diagnosis diagnosis) {
        super(diagnosis.serverText());
        this.diagnosis = diagnosis;
    }

    Diagnosis diagnosis() {
        return diagnosis;
    }
}
