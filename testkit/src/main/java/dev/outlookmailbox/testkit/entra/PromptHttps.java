package dev.outlookmailbox.testkit.entra;

import com.sun.net.httpserver.HttpsServer;
import dev.outlookmailbox.testkit.net.Loopback;
import java.io.IOException;

/**
 * Makes the JDK's HTTP server answer at once. It writes header and body apart, so that without TCP_NODELAY the body waits about
 * 40 ms for the client's delayed acknowledgement; only a system property can tell it, which it reads when the first server of
 * the JVM is made.
 */
final class PromptHttps {

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private PromptHttps() {}

    /** Not started. Leaves the system property as it was. */
    static synchronized HttpsServer create() throws IOException {
        if (System.getProperty(NO_DELAY) != null) {
            return HttpsServer.create(Loopback.anyPort(), 0);
        }
        System.setProperty(NO_DELAY, "true");
        try {
            return HttpsServer.create(Loopback.anyPort(), 0);
        } finally {
            System.clearProperty(NO_DELAY);
        }
    }
}
