package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.mime.Addresses;
import dev.outlookmailbox.imap.mime.EncodedWords;
import dev.outlookmailbox.imap.mime.HeaderText;
import dev.outlookmailbox.imap.mime.MailDate;
import dev.outlookmailbox.imap.mime.MessageIdList;
import dev.outlookmailbox.imap.wire.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ENVELOPE (RFC 3501 section 7.4.2), decoded; null and empty where a field is missing. */
record Envelope(
        @Nullable Instant sentAt,
        String subject,
        List<MailAddress> from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<String> inReplyTo,
        @Nullable String messageId) {

    /** What servers put where an address has no such part. */
    private static final Set<String> MISSING =
            Set.of("MISSING_MAILBOX", "MISSING_DOMAIN", ".MISSING-HOST-NAME.", "MISSING-DOMAIN");

    static Envelope parse(Tokens tokens) {
        tokens.expect('(');
        Instant sentAt = MailDate.parse(tokens.nstring());
        String subject = tokens.nstring();
        List<MailAddress> from = addresses(tokens);
        tokens.skipValue();
        List<MailAddress> replyTo = addresses(tokens);
        List<MailAddress> to = addresses(tokens);
        List<MailAddress> cc = addresses(tokens);
        tokens.skipValue();
        List<String> inReplyTo = MessageIdList.parse(tokens.nstring());
        String messageId = MessageIdList.single(tokens.nstring());
        return new Envelope(
                sentAt,
                subject == null ? "" : HeaderText.oneLine(EncodedWords.decode(subject)),
                from,
                replyTo,
                to,
                cc,
                inReplyTo,
                messageId);
    }

    private static List<MailAddress> addresses(Tokens tokens) {
        List<MailAddress> found = List.of();
        if (!tokens.take('(')) {
            tokens.skipValue();
            return found;
        }
        while (tokens.take('(')) {
            String name = tokens.nstring();
            tokens.nstring();
            String mailbox = tokens.nstring();
            String host = tokens.nstring();
            tokens.expect(')');
            // a mailbox without host begins or ends a group (RFC 3501 section 7.4.2)
            if (host != null) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(address(name, mailbox, host));
            }
        }
        tokens.expect(')');
        return found;
    }

    private static MailAddress address(@Nullable String name, @Nullable String mailbox, String host) {
        String local = mailbox == null || MISSING.contains(mailbox) ? "" : mailbox;
        boolean noHost = host.isEmpty() || MISSING.contains(host);
        return Addresses.lenient(name == null ? "" : EncodedWords.decode(name), noHost ? local : local + "@" + host);
    }
}
