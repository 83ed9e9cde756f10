package dev.outlookmailbox.smtp;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand in a header. Everything else is refused when it is handed in, so that no field can add another. */
final class FieldRules {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`{|}~-]+";
    private static final Pattern CONTENT_TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=(" + TOKEN + "|\"[ -~&&[^\"\\\\]]*\"))*");

    private FieldRules() {}

    /** Text of one line, in any language. */
    static String line(String what, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw new IllegalArgumentException("The " + what
                    + " holds a line break or another control character, which could add header lines;"
                    + " replace it with a space first.");
        }
        return value;
    }

    static void fileName(String name) {
        line("file name", name);
        if (name.isBlank() || name.equals(".") || name.equals("..") || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a file name: give the bare name without a folder, as in report.pdf.");
        }
    }

    /** The type of a file. Types that hold messages or parts may not be encoded as a file is (RFC 2046 section 5.2.1). */
    static void contentType(String type) {
        if (!CONTENT_TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("'" + line("content type", type)
                    + "' is not a content type; write type/subtype, as in application/pdf.");
        }
        String lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("multipart/") || lower.startsWith("message/")) {
            throw new IllegalArgumentException("A file cannot be of type " + type
                    + "; attach a saved mail as application/octet-stream with a name that ends in .eml.");
        }
    }

    static String contentId(String cid) {
        String bare = cid.startsWith("<") && cid.endsWith(">") ? cid.substring(1, cid.length() - 1) : cid;
        if (bare.isEmpty() || bare.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == '<' || c == '>')) {
            throw new IllegalArgumentException("'" + line("content id", cid)
                    + "' is not a content id: use visible ASCII without spaces, as in logo or logo@example.com.");
        }
        return bare;
    }

    /** Puts angle brackets around an id that has none. */
    static String messageId(String id) {
        String trimmed = line("message id", id).strip();
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("A message id is not blank; leave the call out where there is none.");
        }
        return trimmed.startsWith("<") ? trimmed : "<" + trimmed + ">";
    }

    /** Whether the id can stand in a header; those that mail in the wild carries not always can. */
    static boolean isWritable(String messageId) {
        String inner = messageId.substring(1, Math.max(1, messageId.length() - 1));
        return messageId.endsWith(">")
                && messageId.length() <= 900
                && !inner.isEmpty()
                && inner.chars().noneMatch(c -> c <= ' ' || c >= 127 || c == '<' || c == '>');
    }

    static List<String> writable(List<String> messageIds) {
        return messageIds.stream()
                .filter(id -> !id.isBlank())
                .map(FieldRules::messageId)
                .filter(FieldRules::isWritable)
                .toList();
    }
}
