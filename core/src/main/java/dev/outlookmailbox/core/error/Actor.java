package dev.outlookmailbox.core.error;

/** Who has to do something before it can work. */
public enum Actor {
    /** Nobody: wait, or try again. */
    NOBODY,
    /** The owner of the mailbox. */
    USER,
    /** The administrator of the owner's Microsoft 365 tenant. */
    ADMIN,
    /** Whoever runs or builds the application that embeds this library. */
    OPERATOR
}
