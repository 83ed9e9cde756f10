package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.imap.wire.Response;

/**
 * How a command ended.
 *
 * @param status OK, NO or BAD
 * @param text what the server said with it, response code included
 * @param response the whole line, for its response codes
 */
public record Completion(Response.Status status, String text, Response response) {

    public boolean isOk() {
        return status == Response.Status.OK;
    }

    /**
     * This completion if it is OK.
     *
     * @throws OutlookException the one that fits the server's words
     */
    public Completion orThrow() {
        if (isOk()) {
            return this;
        }
        throw OutlookException.of(Layer.IMAP, Diagnosis.of(Layer.IMAP, status + " " + text));
    }
}
