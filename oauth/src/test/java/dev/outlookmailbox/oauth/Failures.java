package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reads what an exception tells its reader. */
public final class Failures {

    private Failures() {}

    public static void assertSays(String part, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
}
