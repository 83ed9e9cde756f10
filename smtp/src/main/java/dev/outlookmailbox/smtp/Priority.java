package dev.outlookmailbox.smtp;

/** How urgent Outlook shows a message to be. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW
}
