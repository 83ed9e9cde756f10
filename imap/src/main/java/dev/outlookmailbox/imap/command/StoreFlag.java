package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.MessageId;
import dev.outlookmailbox.imap.session.FolderAccess;
import dev.outlookmailbox.imap.session.MailboxSession;
import java.util.Collection;

/** UID STORE of one flag (RFC 3501 section 6.4.6), silent, so that nothing comes back. Messages that are gone are passed over. */
public final class StoreFlag {

    private final MailboxSession session;
    private final FolderEntry folder;

    public StoreFlag(MailboxSession session, FolderEntry folder) {
        this.session = session;
        this.folder = folder;
    }

    public void run(Collection<MessageId> ids, Flag flag, boolean set) {
        long highest = ids.stream().mapToLong(MessageId::uid).max().orElse(0);
        session.inFolder(folder.mailbox(), FolderAccess.WRITE, highest, (connection, selection) -> {
            FolderState.check(folder, ids, selection);
            String change = set ? " +FLAGS.SILENT (" : " -FLAGS.SILENT (";
            for (String uids : UidSet.chunks(ids.stream().map(MessageId::uid).toList())) {
                connection
                        .execute("UID STORE " + uids + change + flag.wireName() + ")")
                        .orThrow();
            }
            return ids.size();
        });
    }
}
