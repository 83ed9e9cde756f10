package dev.outlookmailbox.smtp.wire;

import java.io.IOException;

/** EHLO (RFC 5321 section 4.1.1.1): says hello and learns what the server offers. */
final class Ehlo {

    /** A name that is always valid and tells nothing of the network that this machine is in. */
    private static final String COMMAND = "EHLO [127.0.0.1]";

    private Ehlo() {}

    static Capabilities run(Wire wire) throws IOException {
        Reply reply = wire.exchange(COMMAND);
        if (!reply.isPositive()) {
            throw Failures.refused(reply, wire);
        }
        return Capabilities.of(reply);
    }
}
