package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.imap.session.Completion;
import dev.outlookmailbox.imap.session.FolderAccess;
import dev.outlookmailbox.imap.session.ImapConnection;
import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.session.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest messages of a folder in two commands: EXAMINE tells how many there are, FETCH takes the last ones by number. */
public final class FetchLatest {

    private static final long MAX_UID = 0xffff_ffffL;

    private final MailboxSession session;
    private final FolderEntry folder;

    public FetchLatest(MailboxSession session, FolderEntry folder) {
        this.session = session;
        this.folder = folder;
    }

    /** Newest first. */
    public List<MessageHeader> run(int count) {
        return session.inFolder(
                folder.mailbox(),
                FolderAccess.READ_NOW,
                0,
                (connection, selection) -> fetch(connection, selection, count));
    }

    private List<MessageHeader> fetch(ImapConnection connection, Selection selection, int count) {
        long last = selection.messages();
        if (last == 0) {
            return List.of();
        }
        String range = Math.max(1, last - count + 1) + ":" + last;
        return headers(connection, "FETCH " + range + " " + HeaderItems.FETCH, folder.path(), selection.uidValidity());
    }

    /** One FETCH of header items, in descending order of UID, which is the order of arrival in the folder. */
    static List<MessageHeader> headers(ImapConnection connection, String command, String path, long uidValidity) {
        List<MessageHeader> headers = new ArrayList<>();
        Completion end = connection.execute(command, response -> {
            if (response.name().equals("FETCH")) {
                FetchRow row = FetchRow.parse(response);
                if (row.uid() > 0 && row.uid() <= MAX_UID && row.isDescribed()) {
                    headers.add(HeaderItems.header(path, uidValidity, row));
                }
            }
        });
        PartialFetch.check(end);
        headers.sort(
                Comparator.comparingLong((MessageHeader header) -> header.id().uid())
                        .reversed());
        return headers;
    }
}
