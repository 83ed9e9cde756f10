package dev.outlookmailbox.core;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The refresh token of one account and what was learned with it. A {@link TokenStore} keeps every component.
 *
 * @param refreshToken the secret itself
 * @param version counts the saves of this account, from 1; 0 before the first
 * @param address of the signed-in user, or null until a first token answer has told it
 * @param tenantId the {@code tid} of the account, or null until known
 * @param grantedScopes as Entra named them, empty until known
 * @param obtainedAt when this refresh token was received
 * @param origin SHA-256 (hex) of the refresh token that the host once handed in and that this one descends from, or null if it
 *     came from a sign-in; tells a token that was superseded by rotation from a new one
 */
public record StoredToken(
        String refreshToken,
        long version,
        @Nullable MailAddress address,
        @Nullable String tenantId,
        Set<String> grantedScopes,
        Instant obtainedAt,
        @Nullable String origin) {

    /** @throws IllegalArgumentException if the token is blank or the version negative */
    public StoredToken {
        if (refreshToken.isBlank() || version < 0) {
            throw new IllegalArgumentException("A stored token needs a refresh token and a version of 0 or more.");
        }
        Objects.requireNonNull(obtainedAt, "obtainedAt");
        grantedScopes = Set.copyOf(grantedScopes);
    }

    /** The same with another version; stores use it when they read. */
    public StoredToken withVersion(long newVersion) {
        return new StoredToken(refreshToken, newVersion, address, tenantId, grantedScopes, obtainedAt, origin);
    }

    /** Never prints the refresh token. */
    @Override
    public String toString() {
        return "StoredToken[version=" + version + ", address=" + address + ", obtainedAt=" + obtainedAt + "]";
    }
}
