package dev.outlookmailbox.smtp;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The header fields that a host does not write by name, and what to call instead. */
final class OwnedHeaders {

    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("from", "from(..)"),
            Map.entry("sender", "from(..)"),
            Map.entry("to", "addTo(..)"),
            Map.entry("cc", "cc(..)"),
            Map.entry("bcc", "bcc(..)"),
            Map.entry("reply-to", "replyTo(..)"),
            Map.entry("subject", "subject(..)"),
            Map.entry("in-reply-to", "inReplyTo(..)"),
            Map.entry("references", "references(..)"),
            Map.entry("importance", "priority(..)"),
            Map.entry("priority", "priority(..)"),
            Map.entry("x-priority", "priority(..)"),
            Map.entry("disposition-notification-to", "requestReadReceipt()"),
            Map.entry("return-receipt-to", "requestReadReceipt()"));

    private static final Set<String> AUTOMATIC =
            Set.of("date", "message-id", "mime-version", "return-path", "received", "authentication-results");

    private OwnedHeaders() {}

    static void refuse(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String call = CALLS.get(lower);
        if (call != null) {
            throw new IllegalArgumentException(
                    "The header " + name + " is written by " + call + "; call that instead.");
        }
        if (AUTOMATIC.contains(lower)
                || lower.startsWith("content-")
                || lower.startsWith("resent-")
                || lower.startsWith("dkim-")
                || lower.startsWith("arc-")) {
            throw new IllegalArgumentException("The header " + name
                    + " is written by this library or by the server; leave it out."
                    + " Headers of your own begin with X-, as in X-Ticket.");
        }
    }

    static void checkName(String name) {
        if (name.isEmpty() || name.length() > 70 || name.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == ':')) {
            throw new IllegalArgumentException("A header name is up to 70 visible ASCII characters without a colon,"
                    + " as in X-Ticket; '" + FieldRules.line("header name", name) + "' is not.");
        }
    }
}
