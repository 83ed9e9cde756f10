package dev.outlookmailbox.core.diagnosis;

import java.util.List;

/**
 * What was read from one text; strings are empty and numbers 0 where there was nothing.
 *
 * @param text without wrapping
 * @param squeezed see {@link Squeezed}
 * @param error OAuth error (RFC 6749 section 5.2, OpenID Connect, RFC 8628)
 * @param suberror of Entra
 * @param codes AADSTS numbers in order of appearance
 * @param http status of the HTTP answer
 * @param reply SMTP reply code, 400 to 599
 * @param status enhanced mail system status (RFC 3463) of class 4 or 5, as {@code 5.7.139}
 * @param imapCode response code in brackets
 * @param imapCondition NO, BAD or BYE
 */
record Evidence(
        String text,
        String squeezed,
        String error,
        String suberror,
        List<String> codes,
        int http,
        int reply,
        String status,
        String imapCode,
        String imapCondition) {

    static Evidence of(String text) {
        return new Evidence(
                text,
                Squeezed.of(text),
                OAuthFields.error(text),
                OAuthFields.suberror(text),
                OAuthFields.codes(text),
                OAuthFields.httpStatus(text),
                Replies.code(text),
                Replies.status(text),
                ImapResponse.code(text),
                ImapResponse.condition(text));
    }

    /** Whether Entra spoke, whichever layer asked: a token request may fail in the middle of a mail operation. */
    boolean fromEntra() {
        return !codes.isEmpty() || !suberror.isEmpty() || squeezed.contains("errordescription");
    }
}
