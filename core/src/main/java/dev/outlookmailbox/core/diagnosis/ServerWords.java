package dev.outlookmailbox.core.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's own words, fit for a log line: one line, without secrets, ids and diagnostic data, of bounded length. */
final class ServerWords {

    private static final int LONGEST = 500;
    private static final Pattern DESCRIPTION =
            Pattern.compile("(?i)error_?(?:description|message)[\"']{0,2}\\s{0,4}[:=]\\s{0,4}u?[\"']{0,2}");
    /** Where a description ends, whatever wrapped it. */
    private static final Pattern END = Pattern.compile(
            "[\"']\\s?[,}]|\\s?-?\\s?(?:Trace|Request) ID:|\\s?Timestamp: |&(?:state|error_uri|session_state|error_subcode)=|\"$|'\\)?$");

    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]++");
    private static final Pattern DIAGNOSTIC_DATA = Pattern.compile(",? ?\\d{1,3}\\.\\d{4,6}:[0-9A-F]{4,}+");

    private ServerWords() {}

    static String of(Evidence evidence) {
        String words = WHITE.matcher(Secrets.masked(described(evidence))).replaceAll(" ");
        words = SupportId.HOST.matcher(words).replaceAll("");
        words = DIAGNOSTIC_DATA.matcher(words).replaceAll("").strip();
        return words.length() <= LONGEST ? words : cut(words);
    }

    private static String described(Evidence evidence) {
        String text = evidence.text();
        Matcher start = DESCRIPTION.matcher(text);
        if (!start.find()) {
            return text;
        }
        Matcher end = END.matcher(text).region(start.end(), text.length());
        String description = text.substring(start.end(), end.find() ? end.start() : text.length());
        if (description.isBlank()) {
            return text;
        }
        return evidence.error().isEmpty() ? description : evidence.error() + ": " + description;
    }

    private static String cut(String words) {
        int end = Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return words.substring(0, end) + "…";
    }
}
