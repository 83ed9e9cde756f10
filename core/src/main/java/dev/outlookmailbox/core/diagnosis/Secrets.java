package dev.outlookmailbox.core.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides whatever may be a token, a code, a secret or a password. Would rather hide too much. */
final class Secrets {

    private static final String MASK = "***";

    /** The secret is the group; what stands before it is kept. */
    private static final List<Pattern> FORMS = List.of(
            // by the name in front of it: JSON, dictionary, query string, header
            Pattern.compile(
                    "(?i)(?:access_?token|refresh_?token|id_?token|id_token_hint|client_?secret|client_?assertion|\\bassertion"
                            + "|code_?verifier|device_?code|user_?code|passw(?:or)?d|\\bpwd|\\bsecret|session_state|\\bticket)"
                            + "[\"']{0,2}\\s{0,4}(?:[:=]|%3D)\\s{0,4}u?[\"']{0,2}([^\\s\"'&,;{}<>]{4,}+)"),
            Pattern.compile(
                    "(?i)(?<![\\w?])code[\"']{0,2}\\s{0,4}(?:[:=]|%3D)\\s{0,4}u?[\"']{0,2}([^\\s\"'&,;{}<>]{16,}+)"),
            Pattern.compile("(?i)[?&]code=([^\\s\"'&,;{}<>]{8,}+)"),
            Pattern.compile("(?i)\\bbearer[ =]{1,3}([^\\s\"',;]{8,}+)"),
            Pattern.compile("(?i)\\bauthorization[\"']{0,2}\\s{0,4}[:=]\\s{0,4}[\"']?(?:basic )?([^\\s\"',;]{8,}+)"),
            Pattern.compile("(?i)\\bAUTH(?:ENTICATE)? [A-Z0-9-]{4,12} ([A-Za-z0-9+/=_-]{12,}+)"),
            // by its own form: JWT, personal access token, refresh tokens of Entra and of personal accounts, XOAUTH2,
            // client secret
            Pattern.compile("(eyJ[A-Za-z0-9_-]{8,}+[A-Za-z0-9_.=-]*+)"),
            Pattern.compile("(Ew[A-Z][A-Za-z0-9+/=%_-]{20,}+)"),
            Pattern.compile("(?<![\\w.])([0-2]\\.A[A-Za-z0-9_.=-]{20,}+)"),
            Pattern.compile("(?<![\\w.])(M\\.[A-Z][A-Za-z0-9]{1,6}_[A-Za-z0-9]{2,6}\\.[^\\s\"'&,;{}<>]{8,}+)"),
            Pattern.compile("(O?AQABA[A-Za-z0-9_.=-]{16,}+)"),
            Pattern.compile("(dXNlcj[A-Za-z0-9+/=]{8,}+)"),
            Pattern.compile("([A-Za-z0-9_.~-]{3}\\dQ~[A-Za-z0-9_.~-]{20,}+)"),
            Pattern.compile("([A-Za-z0-9+/=_~-]{48,}+)"));

    private Secrets() {}

    static String masked(String text) {
        String masked = text;
        for (Pattern form : FORMS) {
            masked = mask(form, masked);
        }
        return masked;
    }

    private static String mask(Pattern form, String text) {
        Matcher matcher = form.matcher(text);
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find()) {
            masked.append(text, from, matcher.start(1)).append(MASK);
            from = matcher.end(1);
        }
        return masked.append(text, from, text.length()).toString();
    }
}
