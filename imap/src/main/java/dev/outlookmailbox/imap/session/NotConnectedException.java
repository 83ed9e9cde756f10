package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.error.OutlookException;

/** Exchange accepted the token and then did not connect it to the mailbox. Never leaves this package. */
final class NotConnectedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String serverText;

    NotConnectedException(OutlookException refusal) {
        super(refusal.getMessage());
        this.serverText = refusal.diagnosis().serverText();
    }

    String serverText() {
        return serverText;
    }
}
