package dev.outlookmailbox.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Microsoft support looks a failure up by. */
final class SupportId {

    private static final String GUID = "([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})";
    private static final Pattern TRACE =
            Pattern.compile("(?i)(?:trace|request)[ _-]?id[\"']{0,2}\\s{0,4}[:=]\\s{0,4}u?[\"']{0,2}" + GUID);
    private static final Pattern CORRELATION =
            Pattern.compile("(?i)correlation[ _-]?id[\"']{0,2}\\s{0,4}[:=]\\s{0,4}u?[\"']{0,2}" + GUID);
    /** {@code [HOST 2026-10-03T08:15:27.101Z 08DE0213A4F0C1B2]}, {@code [HOST]}, {@code [Hostname=HOST]}. */
    static final Pattern HOST =
            Pattern.compile("(?i)\\[(?:Hostname=)?([a-z0-9#][a-z0-9.-]{2,80}\\.(?:outlook|exchangelabs|office365)"
                    + "\\.(?:com|us|cn))(?: ([0-9T:.Z-]{10,32}) ([0-9A-F]{16}))?\\]");

    private SupportId() {}

    static Optional<String> in(String text) {
        List<String> ids = new ArrayList<>();
        Matcher trace = TRACE.matcher(text);
        if (trace.find()) {
            ids.add("Trace ID " + trace.group(1));
        }
        Matcher correlation = CORRELATION.matcher(text);
        if (correlation.find()) {
            ids.add("Correlation ID " + correlation.group(1));
        }
        if (ids.isEmpty()) {
            host(text).ifPresent(ids::add);
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ids));
    }

    /** Of the last host that names a request, else of the last host. */
    private static Optional<String> host(String text) {
        String found = null;
        boolean withRequest = false;
        Matcher matcher = HOST.matcher(text);
        while (matcher.find()) {
            boolean request = matcher.group(3) != null;
            if (request || !withRequest) {
                found = request
                        ? "request " + matcher.group(3) + " at " + matcher.group(1) + ", " + matcher.group(2)
                        : matcher.group(1);
                withRequest = request;
            }
        }
        return Optional.ofNullable(found);
    }
}
