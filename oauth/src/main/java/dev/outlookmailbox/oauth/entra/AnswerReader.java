package dev.outlookmailbox.oauth.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the token endpoint answered. A body that came with success is never quoted, since it may hold tokens. */
final class AnswerReader {

    private static final long LONGEST_LIFETIME = Duration.ofDays(365).toSeconds();

    private final URI authority;
    private final Set<String> requestedScopes;
    private final Redaction redaction;

    AnswerReader(URI authority, Set<String> requestedScopes, Redaction redaction) {
        this.authority = authority;
        this.requestedScopes = requestedScopes;
        this.redaction = redaction;
    }

    /** @param asked when the request was sent */
    TokenReply read(HttpAnswer answer, Instant asked) {
        if (answer.status() != 200) {
            return new RefusalReader(authority, redaction).read(answer, asked);
        }
        ObjectNode json = Json.object(answer.body()).orElseThrow(() -> notJson(answer));
        String accessToken = Json.text(json, "access_token");
        if (accessToken == null) {
            throw violation(answer, "no access_token in it");
        }
        return new TokenAnswer(
                accessToken(accessToken, expiresAt(json.path("expires_in"), asked), answer),
                Json.text(json, "refresh_token"),
                idToken(json),
                grantedScopes(json),
                Dates.parse(answer.date()).orElse(asked));
    }

    private static AccessToken accessToken(String value, Instant expiresAt, HttpAnswer answer) {
        try {
            return new AccessToken(value, expiresAt);
        } catch (IllegalArgumentException e) {
            throw violation(answer, "an access_token that is no bearer token (RFC 6750 section 2.1)");
        }
    }

    private static Instant expiresAt(JsonNode expiresIn, Instant asked) {
        long seconds = expiresIn.asLong(-1);
        return seconds < 0 ? Instant.MAX : asked.plusSeconds(Math.min(seconds, LONGEST_LIFETIME));
    }

    private static @Nullable IdToken idToken(ObjectNode json) {
        String jwt = Json.text(json, "id_token");
        return jwt == null ? null : IdToken.parse(jwt).orElse(null);
    }

    private Set<String> grantedScopes(ObjectNode json) {
        String scope = Json.text(json, "scope");
        return scope == null
                ? requestedScopes
                : Set.copyOf(Arrays.asList(scope.strip().split("\\s+")));
    }

    private OutlookException notJson(HttpAnswer answer) {
        if (Intermediary.wrote(answer)) {
            return Intermediary.exception(authority, answer);
        }
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                                Reason.TRANSIENT_SERVER,
                                Actor.NOBODY,
                                true,
                                "The token answer of " + authority
                                        + " is cut off or damaged. Try again; if it goes on, look at the proxies in between.")
                        .withServerText(answer.summary()));
    }

    private static ProtocolViolationException violation(HttpAnswer answer, String what) {
        return new ProtocolViolationException(Layer.OAUTH, answer.summary() + ", with " + what, null, null);
    }
}
