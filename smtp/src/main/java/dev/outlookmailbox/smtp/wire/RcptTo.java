package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.smtp.mime.AddressText;

/** RCPT TO (RFC 5321 section 4.1.1.3). */
final class RcptTo {

    private RcptTo() {}

    static String line(MailAddress recipient) {
        return "RCPT TO:<" + AddressText.wire(recipient) + ">";
    }

    /** What a refusal means: of a text that says nothing known, that this recipient will not do. */
    static Diagnosis refusal(Reply reply, Wire wire) {
        Diagnosis diagnosis = Failures.diagnose(reply, wire);
        if (diagnosis.reason() != Reason.OTHER) {
            return diagnosis;
        }
        return Diagnosis.of(
                        Reason.RECIPIENT_REJECTED,
                        Actor.OPERATOR,
                        false,
                        "The server does not take this recipient; check the address.")
                .withServerText(diagnosis.serverText());
    }
}
