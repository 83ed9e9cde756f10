package dev.outlookmailbox.smtp.mime;

import java.io.IOException;

/** A file of the message could not be read. The connection has nothing to do with it. */
public final class ContentUnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    private ContentUnreadableException(String file, Exception cause) {
        super("The attachment '" + file + "' could not be read: " + cause, cause);
    }

    static ContentUnreadableException of(String file, Exception cause) {
        return cause instanceof ContentUnreadableException known ? known : new ContentUnreadableException(file, cause);
    }
}
