package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final Instant EXPIRY = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theValueIsNeverPrinted() {
        assertEquals("AccessToken[expiresAt=2026-11-24T12:00:00Z]", new AccessToken("secret-value", EXPIRY).toString());
    }

    @Test
    void expiryCountsFromTheMarginBeforeIt() {
        AccessToken token = new AccessToken("t", EXPIRY);

        assertFalse(token.expiresWithin(Duration.ofMinutes(5), EXPIRY.minusSeconds(301)));
        assertTrue(token.expiresWithin(Duration.ofMinutes(5), EXPIRY.minusSeconds(300)));
        assertTrue(token.expiresWithin(Duration.ZERO, EXPIRY));
        assertFalse(token.expiresWithin(Duration.ZERO, EXPIRY.minusNanos(1)));
    }

    @Test
    void anUnknownExpiryNeverComes() {
        assertFalse(new AccessToken("t", Instant.MAX).expiresWithin(Duration.ofDays(9999), EXPIRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nb", "tok\u0001en", "tökén", "token\n"})
    void whatCannotBeABearerTokenIsRefusedWithoutPrintingIt(String value) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new AccessToken(value, EXPIRY));

        assertFalse(String.valueOf(refusal.getMessage()).contains("tök"), refusal.getMessage());
    }
}
