package dev.outlookmailbox.imap.wire;

import java.io.IOException;

/** The stream cannot be cut into responses any more; the connection is lost. */
public final class FramingException extends IOException {

    private static final long serialVersionUID = 1;

    FramingException(String message) {
        super(message);
    }
}
