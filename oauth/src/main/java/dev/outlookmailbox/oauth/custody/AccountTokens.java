package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.error.OutlookException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access token of one account, or of the app itself, in this process. Whoever finds it missing or near its end starts a flight or joins the one under
 * way, so that there is one token request at a time; the flight's result or failure reaches all who wait. Any thread may use it.
 *
 * <p>The flight has a thread of its own: a caller who is interrupted must not lose a rotated token for the others, and a
 * store that joins the caller's database transaction would lose it with a rollback.
 */
final class AccountTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccountTokens.class);
    private static final Duration PAUSE_AFTER_EARLY_FAILURE = Duration.ofSeconds(30);

    private final String owner;
    private final TokenSource source;
    private final Clock clock;
    private final Duration patience;
    private volatile @Nullable CachedToken cached;
    private @Nullable CompletableFuture<AccessToken> flight;

    /**
     * @param owner for logs, as in "Account ann"
     * @param patience the longest that a caller waits for a flight
     */
    AccountTokens(String owner, TokenSource source, Clock clock, Duration patience, @Nullable AccessToken first) {
        this.owner = owner;
        this.source = source;
        this.clock = clock;
        this.patience = patience;
        this.cached = first == null ? null : CachedToken.of(first, clock.instant());
    }

    AccessToken get() {
        CachedToken current = cached;
        return current != null && current.fresh(clock.instant()) ? current.token() : Waiting.forToken(join(), patience);
    }

    AccessToken replace(AccessToken rejected) {
        drop(rejected);
        return get();
    }

    void retire() {
        source.retire();
    }

    private synchronized void drop(AccessToken rejected) {
        CachedToken current = cached;
        if (current != null && current.token().value().equals(rejected.value())) {
            cached = null;
        }
    }

    private synchronized CompletableFuture<AccessToken> join() {
        CachedToken current = cached;
        if (current != null && current.fresh(clock.instant())) {
            return CompletableFuture.completedFuture(current.token());
        }
        if (flight != null) {
            return flight;
        }
        CompletableFuture<AccessToken> started = new CompletableFuture<>();
        BackgroundThread.start("outlook-token", () -> fly(started));
        flight = started;
        return started;
    }

    private void fly(CompletableFuture<AccessToken> result) {
        try {
            AccessToken token = source.renew();
            land(CachedToken.of(token, clock.instant()));
            result.complete(token);
        } catch (Throwable e) { // also what a store of the host throws unchecked without declaring it
            AccessToken stillGood = landEmptyHanded();
            if (stillGood == null) {
                result.completeExceptionally(e);
            } else {
                LOG.warn(
                        "{}: early refresh failed, the token in use is valid until {}: {}",
                        owner,
                        stillGood.expiresAt(),
                        e instanceof OutlookException
                                ? e.getMessage()
                                : e.getClass().getName());
                result.complete(stillGood);
            }
        }
    }

    private synchronized void land(CachedToken token) {
        cached = token;
        flight = null;
    }

    /** The token in use, if it is good for a while; then the next attempt waits a little. */
    private synchronized @Nullable AccessToken landEmptyHanded() {
        flight = null;
        CachedToken current = cached;
        if (current == null || !current.usable(clock.instant())) {
            return null;
        }
        cached = current.withRefreshAt(clock.instant().plus(PAUSE_AFTER_EARLY_FAILURE));
        return current.token();
    }
}
