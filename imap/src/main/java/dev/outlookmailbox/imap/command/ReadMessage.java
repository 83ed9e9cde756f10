package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.imap.MessageId;
import dev.outlookmailbox.imap.mime.MimeMessage;
import dev.outlookmailbox.imap.session.FolderAccess;
import dev.outlookmailbox.imap.session.ImapConnection;
import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.wire.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one message whole, in one round trip, and never sets {@code \Seen}. Parts are not asked for one by one, because
 * Exchange's BODYSTRUCTURE and sizes can lie and each part would cost a round trip more.
 */
public final class ReadMessage {

    private static final String ITEMS = " (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])";

    private final MailboxSession session;
    private final FolderEntry folder;

    public ReadMessage(MailboxSession session, FolderEntry folder) {
        this.session = session;
        this.folder = folder;
    }

    /** @throws CommandRejectedException if the message is not there any more, or the folder was rebuilt */
    public Result run(MessageId id) {
        FetchRow row = session.inFolder(folder.mailbox(), FolderAccess.READ, id.uid(), (connection, selection) -> {
            FolderState.check(folder, List.of(id), selection);
            return fetch(connection, id.uid());
        });
        MimeMessage message = row.body() == null ? null : MimeMessage.parse(row.body());
        if (message == null) {
            throw gone(id);
        }
        return new Result(header(id, row, message), message);
    }

    private static FetchRow fetch(ImapConnection connection, long uid) {
        Found found = new Found(uid);
        PartialFetch.check(connection.execute("UID FETCH " + uid + ITEMS, found::accept));
        return found.row == null ? FetchRow.NONE : found.row;
    }

    private static MessageHeader header(MessageId id, FetchRow row, MimeMessage message) {
        return new MessageHeader(
                id,
                message.subject(),
                message.addresses("From"),
                message.addresses("To"),
                message.addresses("Cc"),
                message.replyTo(),
                message.sentAt(),
                HeaderItems.receivedAt(row.received(), message.sentAt()),
                message.size(),
                row.flags(),
                message.messageId(),
                message.references(),
                message.hasAttachments());
    }

    private OutlookException gone(MessageId id) {
        return OutlookException.of(
                Layer.IMAP,
                Diagnosis.of(
                        Reason.INVALID_REQUEST,
                        Actor.OPERATOR,
                        false,
                        "There is no message " + id.uid() + " in '" + folder.path()
                                + "' any more; it was moved or deleted. List the folder again."));
    }

    /** What a message was read into. */
    public record Result(MessageHeader header, MimeMessage message) {}

    /** Among the responses there may be ones about other messages. */
    private static final class Found {
        private final long uid;
        private @Nullable FetchRow row;

        private Found(long uid) {
            this.uid = uid;
        }

        private void accept(Response response) {
            if (response.name().equals("FETCH")) {
                FetchRow read = FetchRow.parse(response);
                if (read.uid() == uid && read.body() != null) {
                    row = read;
                }
            }
        }
    }
}
