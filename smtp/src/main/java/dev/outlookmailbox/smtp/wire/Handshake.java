package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The TLS handshake: version 1.2 or newer, a trusted certificate that names the host. */
final class Handshake {

    private Handshake() {}

    static void run(Wire wire, ServerAddress server, SSLSocketFactory factory) throws IOException {
        Duration patience = wire.timeouts().connect();
        Socket plain = wire.socket();
        SSLSocket tls = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(Math.toIntExact(patience.toMillis()));
        Deadline deadline = new Deadline(plain, patience);
        try (deadline) {
            tls.startHandshake();
        } catch (SSLException e) {
            if (isNetwork(e)) {
                throw deadline.explain(e);
            }
            throw refused(server, e);
        } catch (IOException e) {
            throw deadline.explain(e);
        }
        wire.secure(tls);
    }

    private static boolean isNetwork(SSLException e) {
        Throwable cause = e.getCause();
        return cause instanceof EOFException
                || cause instanceof SocketException
                || cause instanceof SocketTimeoutException;
    }

    private static RuntimeException refused(ServerAddress server, SSLException e) {
        return Failures.of(
                Reason.TLS_REQUIRED,
                Actor.OPERATOR,
                "No secure connection to " + server + " could be made, so nothing was sent: " + e.getMessage()
                        + ". Check the host name, and whether a proxy or virus scanner sits between; a certificate authority"
                        + " of your own is named with OutlookEndpoints.custom()…trust(certificate).");
    }
}
