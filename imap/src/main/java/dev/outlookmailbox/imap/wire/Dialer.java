package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.net.NoDelaySocketFactory;
import dev.outlookmailbox.core.net.Tls;
import dev.outlookmailbox.imap.content.TempFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens sockets to one server: name resolved anew each time, TLS with the server's identity checked. Thread-safe. */
public final class Dialer {

    private final ServerAddress server;
    private final Timeouts timeouts;
    private final Tls tls;
    private final TempFiles files;

    public Dialer(ServerAddress server, Timeouts timeouts, Tls tls, TempFiles files) {
        this.server = server;
        this.timeouts = timeouts;
        this.tls = tls;
        this.files = files;
    }

    public ServerAddress server() {
        return server;
    }

    /**
     * A connected socket, with TLS already unless the server begins by STARTTLS.
     *
     * @throws ConnectionException with an advice that fits what went wrong
     */
    public Wire dial() {
        Socket socket = connect();
        return server.security() == ServerAddress.Security.IMPLICIT_TLS ? secure(socket) : wire(socket, socket);
    }

    /**
     * The same connection after the STARTTLS command was answered by OK.
     *
     * @throws ConnectionException with an advice that fits what went wrong
     */
    public Wire upgrade(Wire plain) {
        return secure(plain.plain());
    }

    private Socket connect() {
        try {
            Socket socket = new NoDelaySocketFactory().createSocket();
            try {
                socket.connect(new InetSocketAddress(server.host(), server.port()), (int)
                        timeouts.connect().toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw DialFailure.of(server, timeouts, e);
        }
    }

    private Wire secure(Socket plain) {
        try (Watchdog.Watch watch = Watchdog.over(plain, timeouts.connect())) {
            try {
                return wire(plain, handshake(plain));
            } catch (IOException e) {
                plain.close();
                throw watch.expired() ? new SocketTimeoutException("TLS handshake") : e;
            }
        } catch (IOException e) {
            throw DialFailure.of(server, timeouts, e);
        }
    }

    private Socket handshake(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) tls.socketFactory().createSocket(plain, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private Wire wire(Socket plain, Socket socket) {
        try {
            return new Wire(plain, socket, timeouts, files);
        } catch (IOException e) {
            throw DialFailure.of(server, timeouts, e);
        }
    }
}
