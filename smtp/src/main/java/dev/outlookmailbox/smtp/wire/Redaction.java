package dev.outlookmailbox.smtp.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a secret out of what a server says, as some servers repeat the command that they refuse, whole or in part. */
final class Redaction {

    /** Nothing to hide: no secret has been sent. */
    static final Redaction NONE = new Redaction("", "");

    private static final int TELLING = 12;
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/=._~-]{" + TELLING + ",}");

    private final String token;
    private final String response;

    /** @param response the SASL response that holds the token */
    Redaction(String token, String response) {
        this.token = token;
        this.response = response;
    }

    /** The text with every run of characters gone that shares {@value #TELLING} in a row with the secret. */
    String of(String text) {
        return RUN.matcher(text)
                .replaceAll(run -> isSecret(run.group()) ? "[removed]" : Matcher.quoteReplacement(run.group()));
    }

    private boolean isSecret(String run) {
        for (int i = 0; i + TELLING <= run.length(); i++) {
            String piece = run.substring(i, i + TELLING);
            if (token.contains(piece) || response.contains(piece)) {
                return true;
            }
        }
        return false;
    }
}
