package dev.outlookmailbox.core.diagnosis;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the status response of IMAP (RFC 3501 section 7.1) out of a text. */
final class ImapResponse {

    /** RFC 3501, 4469, 5182, 5530, 7889, 9051. */
    private static final Set<String> CODES = Set.of(
            "ALERT",
            "ALREADYEXISTS",
            "AUTHENTICATIONFAILED",
            "AUTHORIZATIONFAILED",
            "BADCHARSET",
            "CANNOT",
            "CLIENTBUG",
            "CONTACTADMIN",
            "CORRUPTION",
            "EXPIRED",
            "EXPUNGEISSUED",
            "HASCHILDREN",
            "INUSE",
            "LIMIT",
            "NONEXISTENT",
            "NOPERM",
            "NOTSAVED",
            "OVERQUOTA",
            "PRIVACYREQUIRED",
            "READ-ONLY",
            "SERVERBUG",
            "TOOBIG",
            "TRYCREATE",
            "UNAVAILABLE",
            "UNKNOWN-CTE");

    private static final Pattern CODE = Pattern.compile("\\[([A-Z][A-Z-]{3,24}+)[\\] ]");
    private static final Pattern CONDITION = Pattern.compile("(?<![\\w-])(NO|BAD|BYE)(?![\\w-])");

    private ImapResponse() {}

    /** The last code that is known, or "". */
    static String code(String text) {
        String last = "";
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            if (CODES.contains(matcher.group(1))) {
                last = matcher.group(1);
            }
        }
        return last;
    }

    /** The last of NO, BAD, BYE, or "". */
    static String condition(String text) {
        String last = "";
        Matcher matcher = CONDITION.matcher(text);
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }
}
