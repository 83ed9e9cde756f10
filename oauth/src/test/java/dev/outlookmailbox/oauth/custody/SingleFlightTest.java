package dev.outlookmailbox.oauth.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.TestClock;
import dev.outlookmailbox.oauth.entra.ClientSecret;
import dev.outlookmailbox.oauth.entra.TokenClient;
import dev.outlookmailbox.oauth.fixture.RecordingStore;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One account has one token request at a time, however many ask. */
class SingleFlightTest {

    private static final int THREADS = 100;

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final TestClock clock = new TestClock();
    private final RecordingStore store = new RecordingStore();
    private final OutlookApp app = Apps.with(ENTRA.endpoints(), store, clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aHundredThreadsAtExpiryMakeOneRequest() throws Exception {
        ENTRA.answersInTurn(
                TokenEndpoint.tokens("at1", "rt1"),
                TokenEndpoint.tokens("at2", "rt2").withFixedDelay(100));
        app.adopt("ann", "rt0");
        app.tokens("ann").get();
        clock.pass(Duration.ofHours(2));

        for (Future<AccessToken> token : atOnce(() -> app.tokens("ann").get())) {
            assertEquals("at2", token.get(30, TimeUnit.SECONDS).value());
        }
        assertEquals(2, ENTRA.received().size());
    }

    @Test
    void aHundredThreadsThatWereRefusedMakeOneRequest() throws Exception {
        ENTRA.answersInTurn(
                TokenEndpoint.tokens("at1", "rt1"),
                TokenEndpoint.tokens("at2", "rt2").withFixedDelay(100));
        app.adopt("ann", "rt0");
        AccessToken refused = app.tokens("ann").get();

        for (Future<AccessToken> token : atOnce(() -> app.tokens("ann").replace(refused))) {
            assertEquals("at2", token.get(30, TimeUnit.SECONDS).value());
        }
        assertEquals(2, ENTRA.received().size());
    }

    @Test
    void aFailureReachesAllWhoWaitAndThenANewAttemptIsMade() throws Exception {
        CountDownLatch allStarted = new CountDownLatch(THREADS);
        ENTRA.answersInTurn(TokenEndpoint.json(503, ""), TokenEndpoint.tokens("at1", "rt1"));
        app.adopt("ann", "rt0");
        store.beforeNextLoad(() -> await(allStarted));

        List<Future<AccessToken>> waiting = atOnce(() -> {
            allStarted.countDown();
            return app.tokens("ann").get();
        });

        int failed = 0;
        for (Future<AccessToken> token : waiting) {
            try {
                assertEquals("at1", token.get(30, TimeUnit.SECONDS).value());
            } catch (ExecutionException e) {
                assertTrue(e.getCause() instanceof ConnectionException, () -> "" + e.getCause());
                failed++;
            }
        }
        assertTrue(failed > 0, "the first request failed");
        assertEquals("at1", app.tokens("ann").get().value());
        assertEquals(2, ENTRA.received().size());
    }

    @Test
    void accountsDoNotWaitForEachOther() throws Exception {
        CountDownLatch bobIsDone = new CountDownLatch(1);
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        app.adopt("ann", "rt0");
        app.adopt("bob", "rt0");
        store.beforeNextLoad(() -> await(bobIsDone));

        Future<AccessToken> ann = threads.submit(() -> app.tokens("ann").get());
        waitUntilLoadIsTaken();
        assertEquals("at1", app.tokens("bob").get().value());
        bobIsDone.countDown();
        assertEquals("at1", ann.get(30, TimeUnit.SECONDS).value());
    }

    @Test
    void whoeverIsInterruptedLeavesTheRequestToTheOthers() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        app.adopt("ann", "rt0");
        store.beforeNextLoad(() -> await(mayGoOn));

        Thread.currentThread().interrupt();
        OutlookException interrupted =
                assertThrows(OutlookException.class, () -> app.tokens("ann").get());

        assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
        assertTrue(interrupted.retryable());
        mayGoOn.countDown();
        assertEquals("at1", app.tokens("ann").get().value());
        assertEquals(1, ENTRA.received().size());
    }

    @Test
    void aStoreThatHangsDoesNotHoldTheCallerForEver() {
        CountDownLatch testIsOver = new CountDownLatch(1);
        store.beforeNextLoad(() -> await(testIsOver));
        TokenClient client = new TokenClient(
                ENTRA.endpoints(), "common", "id", new ClientSecret("secret"), Timeouts.defaults(), clock);
        AccountTokens impatient =
                new AccountTokens("ann", new Renewal("ann", store, client, clock), clock, Duration.ofMillis(50), null);

        OutlookException gaveUp = assertThrows(OutlookException.class, impatient::get);

        assertTrue(gaveUp.retryable());
        testIsOver.countDown();
    }

    private void waitUntilLoadIsTaken() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (store.hasPlannedLoads()) {
            assertTrue(System.nanoTime() < deadline, "nobody loaded");
            Thread.onSpinWait();
        }
    }

    private <T> List<Future<T>> atOnce(Callable<T> call) {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        List<Future<T>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            results.add(threads.submit(() -> {
                barrier.await(30, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
