package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what to do about a token request that got no answer. */
final class NetworkFailure {

    private NetworkFailure() {}

    /**
     * The exception to throw. The cause goes along only where its message is in the JDK's or OkHttp's own words; others may
     * quote what the server sent.
     */
    static OutlookException toException(PostFailedException failed, URI authority, Timeouts timeouts) {
        IOException failure = failed.failure();
        if (Thread.currentThread().isInterrupted()) {
            return exception(
                    Diagnosis.of(Reason.OTHER, Actor.NOBODY, true, "The token request was interrupted."), null);
        }
        if (failure instanceof SSLException tls && !failed.sent()) {
            return exception(TlsFailure.diagnosis(tls, authority), failure);
        }
        if (failure instanceof TokenHttp.AnswerTooLargeException) {
            return exception(notEntra(authority), null);
        }
        if (failure instanceof UnknownHostException) {
            return network(
                    "The name of " + authority + " cannot be resolved. Check the DNS and the network of this machine,"
                            + " and the authority of the endpoints.",
                    failure);
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return network(
                    authority + " cannot be reached. Check the network, the firewall, and https.proxyHost where a proxy"
                            + " is needed.",
                    failure);
        }
        if (failure instanceof InterruptedIOException) {
            return network(late(authority, timeouts) + outcome(failed.sent()), failure);
        }
        return network(
                "The connection to " + authority + " broke before the answer was complete ("
                        + failure.getClass().getSimpleName() + "). Try again." + outcome(failed.sent()),
                null);
    }

    private static Diagnosis notEntra(URI authority) {
        return Diagnosis.of(
                Reason.NETWORK,
                Actor.OPERATOR,
                false,
                authority + " answered with more than a token answer ever holds: this is another web server, or a proxy"
                        + " stands in between. Correct the authority of the endpoints, or the proxy.");
    }

    private static String late(URI authority, Timeouts timeouts) {
        return authority + " did not answer in time (timeouts: connect "
                + timeouts.connect().toMillis() + " ms, read " + timeouts.read().toMillis() + " ms). Try again.";
    }

    private static String outcome(boolean sent) {
        return sent
                ? " Whether the request was carried out is unknown; it was not repeated, and the refresh token is kept."
                : "";
    }

    private static OutlookException network(String advice, @Nullable Throwable cause) {
        return exception(Diagnosis.of(Reason.NETWORK, Actor.NOBODY, true, advice), cause);
    }

    private static OutlookException exception(Diagnosis diagnosis, @Nullable Throwable cause) {
        return OutlookException.of(Layer.OAUTH, diagnosis, null, cause);
    }
}
