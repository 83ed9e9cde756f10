package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.MessageId;
import dev.outlookmailbox.imap.session.FolderAccess;
import dev.outlookmailbox.imap.session.ImapConnection;
import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.session.Quoted;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * UID MOVE (RFC 6851). Where the server has none: UID COPY, {@code \Deleted}, and UID EXPUNGE of just these (RFC 4315); where it
 * cannot do the last either, they stay behind marked as deleted.
 */
public final class MoveMessages {

    private final MailboxSession session;
    private final FolderEntry from;
    private final FolderEntry to;

    public MoveMessages(MailboxSession session, FolderEntry from, FolderEntry to) {
        this.session = session;
        this.from = from;
        this.to = to;
    }

    /** The new id of each message that the server told one for. */
    public Map<MessageId, MessageId> run(Collection<MessageId> ids) {
        Map<MessageId, MessageId> moved = new LinkedHashMap<>();
        session.inFolder(from.mailbox(), FolderAccess.WRITE_ONCE, 0, (connection, selection) -> {
            FolderState.check(from, ids, selection);
            for (String uids : UidSet.chunks(ids.stream().map(MessageId::uid).toList())) {
                CopyUid told = new CopyUid(ids.size());
                move(connection, uids, told);
                told.uids()
                        .forEach((old, fresh) -> moved.put(
                                new MessageId(from.path(), selection.uidValidity(), old),
                                new MessageId(to.path(), told.uidValidity(), fresh)));
            }
            return moved;
        });
        return moved;
    }

    private void move(ImapConnection connection, String uids, CopyUid told) {
        String target = " " + Quoted.of(to.mailbox());
        boolean canMove = connection.can("MOVE");
        told.accept(connection
                .execute((canMove ? "UID MOVE " : "UID COPY ") + uids + target, told::accept)
                .orThrow()
                .response());
        if (!canMove) {
            connection
                    .execute("UID STORE " + uids + " +FLAGS.SILENT (\\Deleted)")
                    .orThrow();
            if (connection.can("UIDPLUS")) {
                connection.execute("UID EXPUNGE " + uids).orThrow();
            }
        }
    }
}
