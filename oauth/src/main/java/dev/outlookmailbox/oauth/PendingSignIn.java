package dev.outlookmailbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered between the redirect to Entra and the callback.
 *
 * @param state returned by the callback; finds this again
 * @param nonce returned in the id_token
 * @param codeVerifier the secret half of PKCE (RFC 7636)
 * @param expected the address that the host expects, or null if any account may be picked
 * @param expiresAt when the sign-in is given up
 */
record PendingSignIn(
        String state,
        String nonce,
        String codeVerifier,
        @Nullable String expected,
        Instant expiresAt) {

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The public half of PKCE by S256 (RFC 7636 section 4.2). */
    String codeChallenge() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "PendingSignIn[expiresAt=" + expiresAt + "]";
    }
}
