package dev.outlookmailbox.core.error;

/** Which of the three servers spoke. */
public enum Layer {
    /** Microsoft Entra ID. */
    OAUTH,
    /** Exchange, reading. */
    IMAP,
    /** Exchange, submission. */
    SMTP
}
