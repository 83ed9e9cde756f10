package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token in use.
 *
 * @param refreshAt from when on another one is fetched: five minutes before the expiry, or a fifth of the lifetime where
 *     tokens are short-lived
 */
record CachedToken(AccessToken token, Instant refreshAt) {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration TOO_LATE_TO_USE = Duration.ofSeconds(5);

    static CachedToken of(AccessToken token, Instant now) {
        if (token.expiresAt().equals(Instant.MAX)) {
            return new CachedToken(token, Instant.MAX);
        }
        Duration fifth = Duration.between(now, token.expiresAt()).dividedBy(5);
        return new CachedToken(token, token.expiresAt().minus(fifth.compareTo(EARLY) < 0 ? fifth : EARLY));
    }

    boolean fresh(Instant now) {
        return now.isBefore(refreshAt);
    }

    boolean usable(Instant now) {
        return !token.expiresWithin(TOO_LATE_TO_USE, now);
    }

    CachedToken withRefreshAt(Instant later) {
        return new CachedToken(token, later);
    }
}
