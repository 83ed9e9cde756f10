package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;

/** STARTTLS (RFC 3207): asks for TLS, and takes no for a reason to stop. */
final class StartTls {

    private static final int READY = 220;

    private StartTls() {}

    /** On return the handshake may begin. Whatever was learnt so far came in the open and must be learnt anew. */
    static void run(Wire wire, Capabilities offered) throws IOException {
        if (!offered.startTls()) {
            throw Failures.of(
                    Reason.TLS_REQUIRED,
                    Actor.OPERATOR,
                    "The server does not offer STARTTLS, so nothing was sent. Exchange always does: check host and port"
                            + " (smtp.office365.com:587), and whether something on the way takes the offer out. For a server with"
                            + " TLS from the first byte use smtpTls().");
        }
        Reply reply = wire.exchange("STARTTLS");
        if (reply.code() != READY) {
            throw Failures.refused(reply, wire);
        }
        if (wire.hasSurplus()) {
            throw Failures.of(
                    Reason.TLS_REQUIRED,
                    Actor.OPERATOR,
                    "Bytes came ahead of the TLS handshake: something on the way tries to put words into the server's mouth."
                            + " Nothing was sent; check the network between here and the server.");
        }
    }
}
