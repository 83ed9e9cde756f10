package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Reason;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what to do when no TLS connection could be made. */
final class TlsFailure {

    private TlsFailure() {}

    static Diagnosis diagnosis(SSLException failure, URI authority) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return untrusted(
                    "The certificate shown by " + authority + " is for another host name. Correct the authority"
                            + " of the endpoints, or look for a proxy that intercepts TLS.");
        }
        if (hasCause(failure, CertificateExpiredException.class)
                || hasCause(failure, CertificateNotYetValidException.class)) {
            return untrusted("The certificate shown by " + authority + " is not valid at the time that this machine's"
                    + " clock tells. Check the clock, or renew the certificate.");
        }
        if (hasCause(failure, GeneralSecurityException.class)) {
            return untrusted("The certificate shown by " + authority + " is not trusted. If a proxy or a virus scanner"
                    + " intercepts TLS here, exempt this host or trust its certificate: by"
                    + " OutlookEndpoints.toBuilder().trust(..), or in the trust store of the JVM.");
        }
        return Diagnosis.of(
                Reason.NETWORK,
                Actor.NOBODY,
                true,
                "No TLS connection to " + authority + " could be made. Check that this is an https server and that no"
                        + " proxy interferes.");
    }

    private static Diagnosis untrusted(String advice) {
        return Diagnosis.of(Reason.NETWORK, Actor.OPERATOR, false, advice);
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
