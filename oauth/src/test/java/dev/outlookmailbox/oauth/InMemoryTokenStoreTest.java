package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.StoredToken;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InMemoryTokenStoreTest {

    private final InMemoryTokenStore store = new InMemoryTokenStore();

    @Test
    void aSaveSucceedsOnlyOverTheVersionThatWasLoaded() {
        assertFalse(store.save("ann", token("rt1"), 1));
        assertTrue(store.save("ann", token("rt1"), 0));
        assertFalse(store.save("ann", token("rt2"), 0));
        assertTrue(store.save("ann", token("rt2"), 1));

        assertEquals(2, store.load("ann").orElseThrow().version());
        assertEquals("rt2", store.load("ann").orElseThrow().refreshToken());
    }

    @Test
    void aDeletedAccountStartsAgain() {
        store.save("ann", token("rt1"), 0);
        store.delete("ann");
        store.delete("ann");

        assertTrue(store.load("ann").isEmpty());
        assertFalse(store.save("ann", token("rt2"), 1));
        assertTrue(store.save("ann", token("rt2"), 0));
    }

    @Test
    void ofManyThatSaveOverOneVersionOneWins() throws InterruptedException {
        store.save("ann", token("rt"), 0);
        AtomicInteger won = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.execute(() -> {
                if (store.save("ann", token("rt"), 1)) {
                    won.incrementAndGet();
                }
            });
        }
        threads.shutdown();

        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
        assertEquals(1, won.get());
    }

    @Test
    void printingTellsNoSecret() {
        store.save("ann", token("refresh-" + Apps.SECRET), 0);

        Leaks.assertNone(store.toString());
    }

    private static StoredToken token(String refreshToken) {
        return new StoredToken(refreshToken, 0, null, null, Set.of(), Instant.EPOCH, null);
    }
}
