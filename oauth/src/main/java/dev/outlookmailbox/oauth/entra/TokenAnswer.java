package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.AccessToken;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A successful token answer (RFC 6749 section 5.1).
 *
 * @param accessToken its expiry counts from before the request was sent, so that it is never too late
 * @param refreshToken the rotated one, or null if the server sent none and the old one goes on
 * @param idToken null if there was none, or none that could be read
 * @param grantedScopes as Entra named them, or as they were asked for where it named none
 * @param answeredAt by the server's clock where it told the time, else by ours
 */
public record TokenAnswer(
        AccessToken accessToken,
        @Nullable String refreshToken,
        @Nullable IdToken idToken,
        Set<String> grantedScopes,
        Instant answeredAt)
        implements TokenReply {

    public TokenAnswer {
        grantedScopes = Set.copyOf(grantedScopes);
    }

    @Override
    public TokenAnswer orThrow() {
        return this;
    }

    /** Prints no token. */
    @Override
    public String toString() {
        return "TokenAnswer[" + accessToken + ", granted=" + grantedScopes + "]";
    }
}
