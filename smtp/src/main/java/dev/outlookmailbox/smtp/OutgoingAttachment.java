package dev.outlookmailbox.smtp;

import java.util.Objects;

/**
 * A file that goes with a message.
 *
 * @param name the file name that the recipient sees, without any folder
 * @param contentType as in {@code application/pdf}
 * @param content its bytes
 */
public record OutgoingAttachment(String name, String contentType, ContentSource content) {

    /** @throws IllegalArgumentException if the name is blank, holds a path or a control character, or the type is none */
    public OutgoingAttachment {
        FieldRules.fileName(name);
        FieldRules.contentType(contentType);
        Objects.requireNonNull(content, "content");
    }
}
