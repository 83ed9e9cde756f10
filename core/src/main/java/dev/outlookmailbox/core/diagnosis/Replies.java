package dev.outlookmailbox.core.diagnosis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SMTP replies (RFC 5321 section 4.2, RFC 2034) out of a text. */
final class Replies {

    private static final Pattern CODE = Pattern.compile("(?<![\\d.:/-])([45]\\d\\d)(?=[ \\-,)'\"]|$)");
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");
    /** How far before its enhanced status a reply code may stand: {@code 451 ErrorInProcessing. System.Exception: 4.7.500}. */
    private static final int DISTANCE = 48;

    private Replies() {}

    /** The last reply code, or 0. */
    static int code(String text) {
        int last = 0;
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            last = Integer.parseInt(matcher.group(1));
        }
        return last;
    }

    /** The last enhanced status, or "". */
    static String status(String text) {
        String last = "";
        Matcher matcher = STATUS.matcher(text);
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return last;
    }

    /**
     * The text from the last reply on, since a server that reports the failure of another, or of an earlier command, quotes
     * it at the end: {@code 530 5.7.57 … Error: 535 5.7.139 …}. Lines of one reply repeat its status and stay together.
     */
    static String innermost(String text) {
        int start = 0;
        String last = "";
        int end = 0;
        Matcher matcher = STATUS.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).equals(last)) {
                start = replyStart(text, end, matcher.start());
                last = matcher.group(1);
            }
            end = matcher.end();
        }
        return text.substring(start);
    }

    private static int replyStart(String text, int previousEnd, int statusStart) {
        int from = Math.max(previousEnd, statusStart - DISTANCE);
        int start = statusStart;
        Matcher matcher = CODE.matcher(text).region(from, statusStart);
        while (matcher.find()) {
            start = matcher.start();
        }
        return start;
    }
}
