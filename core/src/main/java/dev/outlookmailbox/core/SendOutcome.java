package dev.outlookmailbox.core;

/** What became of a message that was handed over for sending. */
public enum SendOutcome {
    /** The server took responsibility for the message for at least one recipient. */
    SENT,
    /** The server does not have the message; sending it again cannot make two. */
    NOT_SENT,
    /** The connection was lost after the last byte and before the answer: the server may or may not have the message. */
    UNKNOWN
}
