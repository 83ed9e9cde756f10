package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryPendingSignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final InMemoryPendingSignIns pending = new InMemoryPendingSignIns(3);

    @Test
    void aSignInIsGivenOnce() {
        PendingSignIn signIn = signIn("a", 60);
        pending.put(signIn, NOW);

        assertEquals(Optional.of(signIn), pending.take("a", NOW));
        assertEquals(Optional.empty(), pending.take("a", NOW));
    }

    @Test
    void anExpiredOneIsNotGiven() {
        pending.put(signIn("a", 60), NOW);

        assertEquals(Optional.empty(), pending.take("a", NOW.plusSeconds(60)));
    }

    @Test
    void whereTooManyAreUnderWayTheOldestMakesRoom() {
        for (String state : new String[] {"a", "b", "c", "d"}) {
            pending.put(signIn(state, 60), NOW);
        }

        assertFalse(pending.take("a", NOW).isPresent());
        assertTrue(pending.take("b", NOW).isPresent());
        assertTrue(pending.take("d", NOW).isPresent());
    }

    @Test
    void expiredOnesMakeRoomFirst() {
        pending.put(signIn("a", 10), NOW);
        pending.put(signIn("b", 60), NOW);
        pending.put(signIn("c", 60), NOW);
        pending.put(signIn("d", 60), NOW.plusSeconds(20));

        assertTrue(pending.take("b", NOW.plusSeconds(20)).isPresent());
    }

    @Test
    void printingTellsNoSecret() {
        String printed = signIn("state-s3ntinel", 60).toString();

        Leaks.assertNone(printed);
        assertTrue(printed.contains("expiresAt"));
    }

    private static PendingSignIn signIn(String state, int seconds) {
        return new PendingSignIn(state, "nonce-s3ntinel", "verifier-s3ntinel", null, NOW.plusSeconds(seconds));
    }
}
