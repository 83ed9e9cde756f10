package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the browser brought back (RFC 6749 section 4.1.2). Nothing of it is quoted, for it may be a code. */
final class Callback {

    private Callback() {}

    /**
     * The parameters of a raw query: with or without the leading {@code ?}, as part of a whole URL, with or without a fragment.
     *
     * @throws OutlookException if it is malformed or names a parameter twice (RFC 6749 section 3.1)
     */
    static Map<String, String> parse(String rawQuery) {
        int fragment = rawQuery.indexOf('#');
        String query = fragment < 0 ? rawQuery : rawQuery.substring(0, fragment);
        int question = query.indexOf('?');
        int firstValue = query.indexOf('=');
        query = (question < firstValue ? query.substring(question + 1) : query).strip(); // a later ? belongs to a value
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                throw refused("The callback names a parameter twice, which Entra never does.");
            }
        }
        return parameters;
    }

    /** A sign-in that cannot be completed; the user starts again. */
    static OutlookException refused(String why) {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.AUTH_CODE_INVALID,
                        Actor.USER,
                        false,
                        why + " Start a new sign-in with OutlookApp.signIn()."));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("The callback is not percent-encoded correctly; pass the raw query string as it came.");
        }
    }
}
