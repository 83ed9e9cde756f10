package dev.outlookmailbox;

import java.util.regex.Pattern;

/** Subjects of answers; knows the reply and forward marks of Outlook in other languages, so that they do not pile up. */
final class Subjects {

    private static final Pattern REPLY = mark("re|aw|antw|sv|vs|rif|odp|res|ynt|atb|bls|回复|回覆|答复|تر|הָשֵׁב");
    private static final Pattern FORWARD = mark("fwd?|wg|tr|rv|enc|doorst|i|vl|vb|pd|ilt|转发|轉寄");

    private Subjects() {}

    static String reply(String subject) {
        return REPLY.matcher(subject).lookingAt() ? subject : "Re: " + subject;
    }

    static String forward(String subject) {
        return FORWARD.matcher(subject).lookingAt() ? subject : "Fwd: " + subject;
    }

    private static Pattern mark(String words) {
        return Pattern.compile(
                "\\s*(?:" + words + ")(?:\\[\\d+])?\\s*[:：]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
