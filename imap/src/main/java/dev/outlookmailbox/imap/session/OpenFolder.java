package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.imap.wire.Response;

/** EXAMINE and SELECT (RFC 3501 sections 6.3.1 and 6.3.2). EXAMINE can set no flag, not even {@code \Seen}. */
final class OpenFolder {

    private static final long MAX = 0xffff_ffffL;

    private long uidValidity;
    private long messages;
    private long uidNext;

    private OpenFolder() {}

    /** @throws dev.outlookmailbox.core.error.OutlookException if the server refuses; then no folder is open */
    static Selection open(ImapConnection connection, String mailbox, boolean writable) {
        connection.select(null);
        OpenFolder seen = new OpenFolder();
        connection
                .execute((writable ? "SELECT " : "EXAMINE ") + Quoted.of(mailbox), seen::accept)
                .orThrow();
        Selection selection = new Selection(mailbox, writable, seen.uidValidity, seen.messages, seen.uidNext);
        connection.select(selection);
        return selection;
    }

    private void accept(Response response) {
        if (response.name().equals("EXISTS")) {
            messages = response.number();
        }
        response.code("UIDVALIDITY").ifPresent(value -> uidValidity = positive(value));
        response.code("UIDNEXT").ifPresent(value -> uidNext = positive(value));
    }

    private static long positive(String value) {
        String digits = value.strip();
        long number = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
        return number <= MAX ? number : 0;
    }
}
