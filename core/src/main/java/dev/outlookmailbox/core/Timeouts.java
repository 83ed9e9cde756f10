package dev.outlookmailbox.core;

import java.time.Duration;

/**
 * How long the library waits for a server before it gives up with a {@code ConnectionException}.
 *
 * @param connect for a connection to be made, TLS included; more than zero
 * @param read for the next bytes of an answer; more than zero. Exchange delays the answer to a refused sign-in by about
 *     five seconds, so do not go below ten
 */
public record Timeouts(Duration connect, Duration read) {

    private static final Timeouts DEFAULTS = new Timeouts(Duration.ofSeconds(15), Duration.ofSeconds(60));

    /** @throws IllegalArgumentException if one is zero, negative or longer than a day */
    public Timeouts {
        check("connect", connect);
        check("read", read);
    }

    /** 15 seconds to connect, 60 seconds for the next bytes. */
    public static Timeouts defaults() {
        return DEFAULTS;
    }

    private static void check(String name, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "The " + name + " timeout must be between one millisecond and one day, not " + value
                            + ". There is no way to wait for ever.");
        }
    }
}
