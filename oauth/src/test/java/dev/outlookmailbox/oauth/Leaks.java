package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Looks for the tell-tale word that every secret of these tests holds. */
public final class Leaks {

    private Leaks() {}

    /** In messages, causes and suppressed exceptions, as a logger would print them. */
    public static void assertNone(Throwable failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertNone(printed.toString());
    }

    public static void assertNone(String text) {
        assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains(Apps.SECRET), () -> "a secret speaks: " + text);
    }
}
