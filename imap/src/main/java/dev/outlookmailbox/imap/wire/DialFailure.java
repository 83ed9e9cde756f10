package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failed connect or handshake means, and what to do about it. */
final class DialFailure {

    private DialFailure() {}

    static OutlookException of(ServerAddress server, Timeouts timeouts, IOException e) {
        return OutlookException.of(Layer.IMAP, diagnosis(server, timeouts, e), null, e);
    }

    private static Diagnosis diagnosis(ServerAddress server, Timeouts timeouts, IOException e) {
        if (e instanceof UnknownHostException) {
            return permanent("The host name " + server.host()
                    + " is not known; check its spelling in the endpoints, and the DNS of this machine.");
        }
        if (e instanceof SocketTimeoutException) {
            return passing("No answer from " + server + " within " + timeouts.connect()
                    + "; a firewall may block outgoing connections to port " + server.port() + ".");
        }
        if (e instanceof ConnectException) {
            return passing("Nothing accepts connections at " + server
                    + "; check host and port in the endpoints, and whether a firewall refuses them.");
        }
        if (e instanceof SSLException) {
            return tls(server, e);
        }
        return passing("The connection to " + server + " could not be made; check this machine's network.");
    }

    private static Diagnosis tls(ServerAddress server, IOException e) {
        CertificateException refused = certificateProblem(e);
        if (refused == null) {
            return passing("TLS could not be agreed on with " + server
                    + "; check that the port is the one that begins with TLS (993), or name it by imapStartTls().");
        }
        String message = String.valueOf(refused.getMessage());
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return permanent("The certificate of " + server + " was issued for another name than " + server.host()
                    + "; use the name that stands in the certificate. If that name is right, somebody else answers.");
        }
        return permanent("The certificate of " + server + " is not trusted by this JVM. For a test server name it by"
                + " OutlookEndpoints…trust(certificate); behind a company's TLS inspection import that company's"
                + " certificate into the trust store.");
    }

    private static @Nullable CertificateException certificateProblem(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateException found) {
                return found;
            }
        }
        return null;
    }

    private static Diagnosis passing(String advice) {
        return Diagnosis.of(Reason.NETWORK, Actor.NOBODY, true, advice);
    }

    private static Diagnosis permanent(String advice) {
        return Diagnosis.of(Reason.NETWORK, Actor.OPERATOR, false, advice);
    }
}
