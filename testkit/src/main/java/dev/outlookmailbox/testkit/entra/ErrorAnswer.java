package dev.outlookmailbox.testkit.entra;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of Entra's refusals. */
final class ErrorAnswer {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private ErrorAnswer() {}

    /** @param traceId what support can look up */
    static Map<String, Object> of(
            EntraException refusal, String base, String traceId, String correlationId, Instant now) {
        String timestamp = TIMESTAMP.format(now);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", refusal.error());
        answer.put("error_description", describe(refusal, traceId, correlationId, now));
        answer.put("error_codes", List.of(refusal.code()));
        answer.put("timestamp", timestamp);
        answer.put("trace_id", traceId);
        answer.put("correlation_id", correlationId);
        answer.put("error_uri", base + "/error?code=" + refusal.code());
        if (!refusal.suberror().isEmpty()) {
            answer.put("suberror", refusal.suberror());
        }
        return answer;
    }

    static String describe(EntraException refusal, String traceId, String correlationId, Instant now) {
        return refusal.description() + " Trace ID: " + traceId + " Correlation ID: " + correlationId + " Timestamp: "
                + TIMESTAMP.format(now);
    }
}
