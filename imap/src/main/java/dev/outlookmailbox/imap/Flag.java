package dev.outlookmailbox.imap;

import java.util.Locale;
import java.util.Optional;

/** The marks that Exchange keeps on a message (RFC 3501 section 2.3.2). It keeps no keywords, and its categories are not seen by IMAP. */
public enum Flag {
    /** Read. */
    SEEN,
    /** A reply was sent. */
    ANSWERED,
    /** Marked for follow-up. */
    FLAGGED,
    /** Not finished yet. */
    DRAFT,
    /** To be removed for good. */
    DELETED;

    /** The flag of an IMAP name such as {@code \Seen}, in any case; empty for all that this library has no use for. */
    public static Optional<Flag> named(String wireName) {
        for (Flag flag : values()) {
            if (flag.wireName().equalsIgnoreCase(wireName)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    /** As in {@code \Seen}. */
    public String wireName() {
        return "\\" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
