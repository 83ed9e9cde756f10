package dev.outlookmailbox.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fields of an OAuth error in JSON, query strings, dictionaries and sentences alike, without parsing any of them. */
final class OAuthFields {

    /** RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750, RFC 8628, OpenID Connect Core section 3.1.2.6, and Entra's own. */
    private static final Set<String> ERRORS = Set.of(
            "access_denied",
            "account_selection_required",
            "authorization_declined",
            "authorization_pending",
            "bad_verification_code",
            "consent_required",
            "expired_token",
            "insufficient_scope",
            "interaction_required",
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_resource",
            "invalid_scope",
            "invalid_token",
            "login_required",
            "server_error",
            "slow_down",
            "temporarily_unavailable",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_response_type");

    private static final int MAX_CODES = 16;
    private static final String SEPARATOR = "[\"']{0,2}\\s{0,4}[:=]\\s{0,4}u?[\"']{0,2}";
    private static final Pattern ERROR = Pattern.compile("(?<!\\w)error(?:_?[cC]ode)?" + SEPARATOR + "([a-z_]{3,40}+)");
    private static final Pattern SUBERROR = Pattern.compile("(?i)(?<!\\w)sub_?error" + SEPARATOR + "([a-z_]{3,40}+)");
    private static final Pattern WORD = Pattern.compile("(?<!\\w)[a-z]{3,16}(?:_[a-z]{3,16}){1,2}(?!\\w)");
    private static final Pattern CODE =
            Pattern.compile("(?i)AADSTS[ :_-]?(\\d{4,9})(?!\\d)|error(?:\\?code=| code: ?)(\\d{5,9})");
    private static final Pattern LIST =
            Pattern.compile("(?i)error_?(?:codes|no)" + SEPARATOR + "\\[?([\\d,\\s]{4,160}+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{4,9}");
    private static final Pattern HTTP = Pattern.compile(
            "(?i)(?:HTTP/\\d(?:\\.\\d)?|http error:?|status[_ ]?code[\"']?(?: was)?|status[\"']?:|\\bcode[ =]|^|`) ?[:=]? ?([1-5]\\d\\d)(?=[ ,:;}`\\r\\n]|$)");

    private OAuthFields() {}

    static String error(String text) {
        Matcher named = ERROR.matcher(text);
        while (named.find()) {
            if (ERRORS.contains(named.group(1))) {
                return named.group(1);
            }
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (ERRORS.contains(word.group())) {
                return word.group();
            }
        }
        return "";
    }

    static String suberror(String text) {
        Matcher matcher = SUBERROR.matcher(text);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** In order of appearance, each once. */
    static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            add(codes, matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        Matcher list = LIST.matcher(text);
        while (list.find()) {
            Matcher number = NUMBER.matcher(list.group(1));
            while (number.find()) {
                add(codes, number.group());
            }
        }
        return codes;
    }

    static int httpStatus(String text) {
        Matcher matcher = HTTP.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void add(List<String> codes, String code) {
        if (codes.size() < MAX_CODES && !codes.contains(code)) {
            codes.add(code);
        }
    }
}
