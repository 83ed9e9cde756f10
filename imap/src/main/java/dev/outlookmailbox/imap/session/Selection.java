package dev.outlookmailbox.imap.session;

/**
 * An open folder.
 *
 * @param mailbox as the server calls it (modified UTF-7)
 * @param writable whether it was opened by SELECT
 * @param uidValidity changes when the server has given all messages new UIDs
 * @param messages how many there were when it was opened
 * @param uidNext above all UIDs that were known when it was opened; 0 if the server did not tell
 */
public record Selection(String mailbox, boolean writable, long uidValidity, long messages, long uidNext) {}
