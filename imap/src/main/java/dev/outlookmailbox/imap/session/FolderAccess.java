package dev.outlookmailbox.imap.session;

/** What a command does to the folder it works in, which decides how it is opened and whether a dead connection is forgiven. */
public enum FolderAccess {
    /** Reads; a folder that is open already will do. */
    READ,
    /** Reads and needs to know how many messages there are now. */
    READ_NOW,
    /** Writes something that may be written twice. */
    WRITE,
    /** Writes something that must not be written twice: opening the folder proves the connection first. */
    WRITE_ONCE;

    boolean needsWritable() {
        return this == WRITE || this == WRITE_ONCE;
    }

    /**
     * Whether a folder that is open already will do. It will not for a message that came after it was opened: the server may
     * not have told this connection of it yet, and then silently passes it over.
     */
    boolean accepts(Selection open, long highestUid) {
        return switch (this) {
            case READ -> highestUid < open.uidNext();
            case WRITE -> open.writable() && highestUid < open.uidNext();
            case READ_NOW, WRITE_ONCE -> false;
        };
    }
}
