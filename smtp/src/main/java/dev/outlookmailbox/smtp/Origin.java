package dev.outlookmailbox.smtp;

import java.util.Objects;

/**
 * Which message this one answers or passes on. Stays on this side: it is never sent.
 *
 * @param messageId the printed id of the original in its mailbox; opaque here
 * @param kind what is being done with the original
 */
public record Origin(String messageId, Kind kind) {

    /** What is being done with the original. */
    public enum Kind {
        REPLY,
        FORWARD
    }

    public Origin {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(kind, "kind");
    }
}
