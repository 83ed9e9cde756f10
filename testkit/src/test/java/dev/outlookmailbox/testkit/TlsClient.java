package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.net.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client that speaks lines, checks certificate and host name, and waits ten seconds at most. */
final class TlsClient implements AutoCloseable {

    private final X509Certificate trusted;
    private Socket socket;
    private BufferedReader in;

    private TlsClient(Socket socket, X509Certificate trusted) throws IOException {
        this.socket = socket;
        this.trusted = trusted;
        this.in = reader(socket);
    }

    static TlsClient plain(int port, X509Certificate trusted) throws IOException {
        Socket socket = new Socket(Loopback.address(), port);
        socket.setSoTimeout(10_000);
        return new TlsClient(socket, trusted);
    }

    static TlsClient tls(int port, X509Certificate trusted) throws IOException {
        TlsClient client = plain(port, trusted);
        client.handshake();
        return client;
    }

    void handshake() throws IOException {
        SSLSocket tls = (SSLSocket)
                context(trusted).getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        socket = tls;
        in = reader(tls);
    }

    /** Sends text as it is. */
    TlsClient raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    TlsClient send(String line) throws IOException {
        return raw(line + "\r\n");
    }

    @Nullable
    String line() throws IOException {
        return in.readLine();
    }

    /** Reads up to and including the first line that begins so; gives all of it. */
    String until(String prefix) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            all.append(line).append('\n');
            if (line.startsWith(prefix)) {
                return all.toString();
            }
        }
        throw new AssertionError("The connection ended before a line that begins with '" + prefix + "':\n" + all);
    }

    /** Whether the server has ended the connection, in whatever manner. */
    boolean ended() {
        try {
            return in.readLine() == null;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static SSLContext context(X509Certificate trusted) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("server", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (java.security.GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }
}
