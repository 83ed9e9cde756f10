package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.FolderRole;

/**
 * One folder as LIST told of it.
 *
 * @param path for people: Unicode, levels separated by {@code /}
 * @param mailbox for the wire: as the server spells it
 * @param role what the folder is for
 * @param mail whether it holds mail, and not appointments, contacts and the like
 */
public record FolderEntry(String path, String mailbox, FolderRole role, boolean mail) {

    /** The one folder that every mailbox has, under a name that no language changes (RFC 3501 section 5.1). */
    public static final FolderEntry INBOX = new FolderEntry("INBOX", "INBOX", FolderRole.INBOX, true);
}
