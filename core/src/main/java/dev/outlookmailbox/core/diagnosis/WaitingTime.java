package dev.outlookmailbox.core.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long the server asked to wait. */
final class WaitingTime {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String UNIT = "(?: ?(milliseconds?|ms|seconds?|secs?|s|minutes?|min|hours?|h)\\b)";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)suggested[ _]backoff[ _]time\\W{1,4}(\\d{1,12})" + UNIT + "?"),
            Pattern.compile("(?i)retry[-_ ]?after(?:[-_]?(?:in[-_]?)?seconds)?\\W{1,6}(\\d{1,12})" + UNIT + "?"),
            Pattern.compile("(?i)(?:try again|retry|wait)(?: for| in| after){0,2} (?:at least )?(\\d{1,12})" + UNIT));

    private WaitingTime() {}

    /** At most a day; empty if none was named. */
    static Optional<Duration> in(String text) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                return bounded(duration(Long.parseLong(matcher.group(1)), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Duration duration(long number, String unit) {
        String name = unit == null ? "s" : unit.toLowerCase(Locale.ROOT);
        if (name.startsWith("mil") || name.equals("ms")) {
            return Duration.ofMillis(number);
        }
        return switch (name.charAt(0)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private static Optional<Duration> bounded(Duration wait) {
        if (wait.isZero()) {
            return Optional.empty();
        }
        return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
}
