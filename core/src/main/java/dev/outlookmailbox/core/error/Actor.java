package dev.outlookmailbox.core.error;

/** Who has to do something before it can work. */
public enum Actor {
    /** Nobody: wait, or try again. */
    NOBODY,
    /** The owner of the mailbox. */
    USER,
    /** Whoever administers: the Microsoft 365 tenant of the mailbox, or the app's registration in Microsoft Entra. */
    ADMIN,
    /** Whoever runs or builds the application that embeds this library. */
    OPERATOR
}
