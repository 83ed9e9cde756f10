package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;

/** The server refused a token. */
final class SignInRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Diagnosis diagnosis;
    private final int code;

    SignInRefusedException(Diagnosis diagnosis, int code) {
        super(diagnosis.serverText());
        this.diagnosis = diagnosis;
        this.code = code;
    }

    /** Not after a passing fault, nor where submission is switched off: then the token was not at fault. */
    boolean anotherTokenMayHelp() {
        return code / 100 == 5 && diagnosis.reason() != Reason.PROTOCOL_DISABLED;
    }

    OutlookException failure() {
        return OutlookException.of(Layer.SMTP, diagnosis);
    }
}
