package dev.outlookmailbox.core;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeoutsTest {

    @Test
    void thereIsNoWayToWaitForEver() {
        for (Duration wrong : List.of(
                Duration.ZERO, ofSeconds(-1), ofNanos(999_999), ofDays(1).plusNanos(1))) {
            assertThrows(IllegalArgumentException.class, () -> new Timeouts(wrong, ofSeconds(1)));
            IllegalArgumentException refusal =
                    assertThrows(IllegalArgumentException.class, () -> new Timeouts(ofSeconds(1), wrong));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("The read timeout"));
        }
    }

    @Test
    void theShortestAndTheLongestAreAccepted() {
        assertEquals(ofMillis(1), new Timeouts(ofMillis(1), ofDays(1)).connect());
        assertEquals(ofSeconds(60), Timeouts.defaults().read());
    }
}
