package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.wire.FramingException;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** Why a conversation broke. */
final class Breakdown {

    private Breakdown() {}

    static OutlookException of(String goodbye, boolean closedHere, IOException e) {
        if (closedHere) {
            return network(false, "The client was closed while this call was under way.", e);
        }
        if (e instanceof FramingException) {
            return new ProtocolViolationException(Layer.IMAP, String.valueOf(e.getMessage()), null, e);
        }
        if (!goodbye.isEmpty()) {
            return farewell(goodbye, e);
        }
        if (e instanceof SocketTimeoutException) {
            return network(
                    true,
                    "The server did not go on within the read timeout; try again, or allow it more time by Timeouts.",
                    e);
        }
        return network(true, "The connection to the server was lost; try again.", e);
    }

    private static OutlookException farewell(String goodbye, IOException e) {
        Diagnosis said = Diagnosis.of(Layer.IMAP, "BYE " + goodbye);
        if (said.reason() != Reason.OTHER) {
            return OutlookException.of(Layer.IMAP, said, null, e);
        }
        Diagnosis closed = Diagnosis.of(
                        Reason.NETWORK, Actor.NOBODY, true, "The server ended the connection; try again.")
                .withServerText(said.serverText().isEmpty() ? goodbye : said.serverText());
        return OutlookException.of(Layer.IMAP, closed, null, e);
    }

    private static OutlookException network(boolean retryable, String advice, IOException e) {
        return OutlookException.of(Layer.IMAP, Diagnosis.of(Reason.NETWORK, Actor.NOBODY, retryable, advice), null, e);
    }
}
