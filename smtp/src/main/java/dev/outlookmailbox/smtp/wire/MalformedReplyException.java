package dev.outlookmailbox.smtp.wire;

import java.io.IOException;

/** The peer does not speak SMTP. */
final class MalformedReplyException extends IOException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 200;

    /** What it said instead, cut to a readable length. */
    private final String line;

    MalformedReplyException(String line) {
        super("not an SMTP reply");
        this.line = line.substring(0, Math.min(SHOWN, line.length()));
    }

    String line() {
        return line;
    }
}
