package dev.outlookmailbox.oauth.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads an error answer. Only the members that RFC 6749 and Entra define for errors are looked at, and from their text the
 * secrets of the request are taken out.
 */
final class RefusalReader {

    private static final List<String> TEXTS = List.of(
            "error",
            "error_description",
            "suberror",
            "error_subcode",
            "timestamp",
            "trace_id",
            "correlation_id",
            "error_uri");

    private final URI authority;
    private final Redaction redaction;

    RefusalReader(URI authority, Redaction redaction) {
        this.authority = authority;
        this.redaction = redaction;
    }

    TokenRefusal read(HttpAnswer answer, Instant now) {
        Optional<ObjectNode> json = Json.object(answer.body()).filter(object -> Json.text(object, "error") != null);
        if (json.isEmpty() && !temporary(answer)) {
            throw Intermediary.wrote(answer)
                    ? Intermediary.exception(authority, answer)
                    : new ProtocolViolationException(Layer.OAUTH, answer.summary() + ", without an error", null, null);
        }
        Diagnosis diagnosis = json.map(this::classify).orElseGet(() -> unwell(answer));
        if (temporary(answer) && !diagnosis.retryable()) {
            diagnosis = unwell(answer).withServerText(diagnosis.serverText());
        }
        Instant serverTime = Dates.parse(answer.date()).orElse(now);
        diagnosis = Dates.retryAfter(answer.retryAfter(), serverTime)
                .map(diagnosis::withRetryAfter)
                .orElse(diagnosis);
        String error = json.map(object -> Objects.requireNonNullElse(Json.text(object, "error"), ""))
                .orElse("");
        return new TokenRefusal(error, OutlookException.of(Layer.OAUTH, withSupportId(diagnosis, answer)));
    }

    private Diagnosis classify(ObjectNode json) {
        ObjectNode known = Json.newObject();
        for (String member : TEXTS) {
            String text = Json.text(json, member);
            if (text != null) {
                known.put(member, redaction.of(text));
            }
        }
        if (json.path("error_codes").isArray()) {
            json.path("error_codes")
                    .forEach(code -> known.withArray("error_codes").add(code.asInt()));
        }
        Diagnosis diagnosis = Diagnosis.of(Layer.OAUTH, known.toString());
        String claims = Json.text(json, "claims");
        return claims == null
                ? diagnosis
                : diagnosis.withServerText(diagnosis.serverText() + " Claims challenge: " + redaction.of(claims));
    }

    private static boolean temporary(HttpAnswer answer) {
        return answer.status() == 408 || answer.status() == 429 || answer.status() >= 500;
    }

    private Diagnosis unwell(HttpAnswer answer) {
        boolean throttled = answer.status() == 429;
        return Diagnosis.of(
                        throttled ? Reason.THROTTLED : Reason.TRANSIENT_SERVER,
                        Actor.NOBODY,
                        true,
                        throttled
                                ? "Entra limits the rate of token requests; wait before the next one."
                                : "Entra (" + authority
                                        + ") is not well; try again in a moment. The refresh token is kept.")
                .withServerText(answer.summary());
    }

    private static Diagnosis withSupportId(Diagnosis diagnosis, HttpAnswer answer) {
        if (diagnosis.supportId().isPresent() || answer.requestId() == null) {
            return diagnosis;
        }
        return new Diagnosis(
                diagnosis.reason(),
                diagnosis.actor(),
                diagnosis.retryable(),
                diagnosis.retryAfter(),
                diagnosis.advice(),
                diagnosis.serverText(),
                Optional.of(answer.requestId().replaceAll("[^A-Za-z0-9-]", "")),
                diagnosis.alternatives());
    }
}
