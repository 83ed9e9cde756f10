package dev.outlookmailbox.oauth.entra;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The times in HTTP headers (RFC 9110 sections 5.6.7 and 10.2.3). */
final class Dates {

    private Dates() {}

    /** Empty if there is no header, or no date in it. */
    static Optional<Instant> parse(@Nullable String httpDate) {
        if (httpDate == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(httpDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A {@code Retry-After} of seconds or of a date; never negative, at most a day. */
    static Optional<Duration> retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        Optional<Duration> wait = value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : parse(value).map(until -> Duration.between(now, until));
        return wait.map(duration -> duration.isNegative() ? Duration.ZERO : duration)
                .map(duration -> duration.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : duration);
    }
}
