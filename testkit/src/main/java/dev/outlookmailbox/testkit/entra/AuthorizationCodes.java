package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes that a sign-in ends with: ten minutes, one use, bound to redirect URI and PKCE verifier. Any thread may use it. */
final class AuthorizationCodes {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Clock clock;
    private final Randomness random;
    private final Map<String, Issued> codes = new ConcurrentHashMap<>();
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();

    AuthorizationCodes(Clock clock, Randomness random) {
        this.clock = clock;
        this.random = random;
    }

    /** Who signed in, and for what. */
    record Issued(Account account, AuthorizationRequest request, Instant expiresAt) {}

    String issue(Account account, AuthorizationRequest request) {
        String code = "1.AXoA" + random.text(200);
        codes.put(code, new Issued(account, request, clock.instant().plus(LIFETIME)));
        return code;
    }

    Issued redeem(String code, String redirectUri, String verifier) throws EntraException {
        @Nullable Issued issued = codes.get(code);
        if (issued == null) {
            throw EntraException.invalidGrant(9002313, "Invalid request. Request is malformed or invalid.");
        }
        if (!issued.expiresAt().isAfter(clock.instant())) {
            throw EntraException.invalidGrant(
                    70008,
                    "The provided authorization code or refresh token has expired due to inactivity. Send a new"
                            + " interactive authorization request for this user and resource.");
        }
        if (!issued.request().redirectUri().equals(redirectUri)) {
            throw EntraException.invalidGrant(
                    500112,
                    "The reply address '" + redirectUri + "' does not match the reply address '"
                            + issued.request().redirectUri() + "' provided when requesting Authorization code.");
        }
        verify(issued.request().codeChallenge(), verifier);
        if (!redeemed.add(code)) {
            throw EntraException.invalidGrant(
                    54005,
                    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an"
                            + " existing refresh token.");
        }
        return issued;
    }

    private static void verify(String challenge, String verifier) throws EntraException {
        if (!challenge.isEmpty() && !challenge.equals(s256(verifier))) {
            throw EntraException.invalidGrant(
                    501481,
                    "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
        }
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return SigningKey.base64(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
