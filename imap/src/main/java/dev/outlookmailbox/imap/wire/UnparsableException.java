package dev.outlookmailbox.imap.wire;

/** One response makes no sense; the next one may. */
public final class UnparsableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnparsableException(String message) {
        super(message);
    }
}
