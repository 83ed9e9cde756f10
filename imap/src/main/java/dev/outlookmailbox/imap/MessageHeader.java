package dev.outlookmailbox.imap;

import dev.outlookmailbox.core.MailAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a listing tells of a message, decoded.
 *
 * @param id names the message
 * @param subject {@code ""} if there is none; one line
 * @param from mostly one address, none in broken mail
 * @param to in the order of the header
 * @param cc in the order of the header
 * @param replyTo where answers go; servers repeat {@code from} here if the message names nothing else
 * @param sentAt what the sender's clock said, null where the message has no readable date
 * @param receivedAt when it came into the mailbox, or into this folder for some moved messages
 * @param size in bytes; inexact in listings of Exchange, exact for a message that was read
 * @param flags its marks
 * @param messageId with the angle brackets, null where there is none
 * @param references with the angle brackets, oldest first; what the message answers where it names no more than that
 * @param hasAttachments whether there is something to save; pictures shown within the text do not count
 */
public record MessageHeader(
        MessageId id,
        String subject,
        List<MailAddress> from,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> replyTo,
        @Nullable Instant sentAt,
        Instant receivedAt,
        long size,
        Set<Flag> flags,
        @Nullable String messageId,
        List<String> references,
        boolean hasAttachments) {

    public MessageHeader {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        references = List.copyOf(references);
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }
}
