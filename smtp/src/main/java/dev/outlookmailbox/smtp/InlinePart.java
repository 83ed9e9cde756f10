package dev.outlookmailbox.smtp;

import java.util.Objects;

/**
 * A picture that the HTML shows by {@code <img src="cid:…">}.
 *
 * @param contentId what stands after {@code cid:}; angle brackets around it are taken off
 * @param contentType as in {@code image/png}
 * @param name the file name that the recipient sees when saving it, {@code ""} for none
 * @param content its bytes
 */
public record InlinePart(String contentId, String contentType, String name, ContentSource content) {

    /** @throws IllegalArgumentException if a field holds what cannot stand in a header */
    public InlinePart {
        contentId = FieldRules.contentId(contentId);
        FieldRules.contentType(contentType);
        if (!name.isEmpty()) {
            FieldRules.fileName(name);
        }
        Objects.requireNonNull(content, "content");
    }

    /** The same from bytes, of which a copy is kept. */
    public InlinePart(String contentId, String contentType, String name, byte[] bytes) {
        this(contentId, contentType, name, ContentSource.of(bytes));
    }
}
