package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.imap.MessageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items that a listing asks for, and how they become a header. */
final class HeaderItems {

    /** ENVELOPE holds no References. */
    static final String FETCH =
            "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (REFERENCES)])";

    private static final Envelope NONE =
            new Envelope(null, "", List.of(), List.of(), List.of(), List.of(), List.of(), null);

    private HeaderItems() {}

    static MessageHeader header(String path, long uidValidity, FetchRow row) {
        Envelope known = row.envelope();
        Envelope envelope = known == null ? NONE : known;
        return new MessageHeader(
                new MessageId(path, uidValidity, row.uid()),
                envelope.subject(),
                envelope.from(),
                envelope.to(),
                envelope.cc(),
                envelope.replyTo(),
                envelope.sentAt(),
                receivedAt(row.received(), envelope.sentAt()),
                row.size(),
                row.flags(),
                envelope.messageId(),
                row.references().isEmpty() ? envelope.inReplyTo() : row.references(),
                row.attachments());
    }

    static Instant receivedAt(@Nullable Instant received, @Nullable Instant sent) {
        if (received != null) {
            return received;
        }
        return sent != null ? sent : Instant.EPOCH;
    }
}
