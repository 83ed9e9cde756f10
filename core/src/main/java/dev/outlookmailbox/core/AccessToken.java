package dev.outlookmailbox.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A bearer token for Exchange (RFC 6750) and the moment it stops working.
 *
 * @param value the secret itself; JWT for work accounts, opaque for personal ones
 * @param expiresAt when the server will refuse it; {@link Instant#MAX} if unknown
 */
public record AccessToken(String value, Instant expiresAt) {

    /** @throws IllegalArgumentException if the value is blank or holds a character that no bearer token can hold */
    public AccessToken {
        Objects.requireNonNull(expiresAt, "expiresAt");
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new IllegalArgumentException(
                    "An access token is one run of visible ASCII characters; this one is empty"
                            + " or holds white space, a control character or a character outside ASCII.");
        }
    }

    /** Whether the token is expired at the given moment, or will be within the margin after it. */
    public boolean expiresWithin(Duration margin, Instant now) {
        return !expiresAt.equals(Instant.MAX) && !expiresAt.minus(margin).isAfter(now);
    }

    /** Names the expiry only, never the value. */
    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + "]";
    }
}
