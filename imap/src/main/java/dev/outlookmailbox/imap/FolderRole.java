package dev.outlookmailbox.imap;

/** What a folder is for, whatever language its name is in. */
public enum FolderRole {
    /** Where mail arrives. */
    INBOX,
    /** Mail that is being written. */
    DRAFTS,
    /** Copies of what was sent; Exchange files them by itself. */
    SENT,
    /** Mail put away. */
    ARCHIVE,
    /** Mail taken for spam. */
    JUNK,
    /** Deleted mail that can still be restored. */
    TRASH,
    /** None of these: a folder that somebody made. */
    NONE
}
