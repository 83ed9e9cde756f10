package dev.outlookmailbox.smtp.wire;

import java.io.IOException;

/** The server's first words (RFC 5321 section 3.1). */
final class Greeting {

    private Greeting() {}

    static void await(Wire wire) throws IOException {
        Reply reply = wire.read();
        if (!reply.isPositive()) {
            throw Failures.refused(reply, wire);
        }
    }
}
