package dev.outlookmailbox.smtp.wire;

import java.io.IOException;
import java.time.Duration;

/** QUIT (RFC 5321 section 4.1.1.10): leaves politely, but does not wait long for a farewell. */
final class Quit {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Quit() {}

    static void run(Wire wire) {
        try {
            wire.command("QUIT");
            wire.flush();
            wire.read(PATIENCE);
        } catch (IOException e) {
            // the server may hang up first
        } finally {
            wire.cut();
        }
    }
}
