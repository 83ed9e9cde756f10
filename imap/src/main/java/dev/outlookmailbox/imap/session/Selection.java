package dev.outlookmailbox.imap.session;

/**
 * An open folder.
 *
 * @param mailbox as the server calls it (modified UTF-7)
 * @param writable whether it was opened by SELECT
 * @param uidValidity changes when the server has given all messages new UIDs
 * @param messages how many there were when it was opened
 */
public record Selection(String mailbox, boolean writable, long uidValidity, long messages) {}
