package dev.outlookmailbox.testkit.exchange.imap;

/** The client's command is not IMAP; the answer is BAD. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    SyntaxException(String message) {
        super(message);
    }
}
