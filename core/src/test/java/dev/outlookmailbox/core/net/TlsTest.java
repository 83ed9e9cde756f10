package dev.outlookmailbox.core.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.OutlookEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    private final ExecutorService server = Executors.newSingleThreadExecutor();
    private X509Certificate certificate;
    private SSLServerSocket listener;

    @BeforeEach
    void serveOneHandshakeAfterTheOther() throws Exception {
        KeyStore keys = selfSigned();
        certificate = (X509Certificate) keys.getCertificate("server");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.execute(this::serve);
    }

    @AfterEach
    void stop() throws Exception {
        listener.close();
        server.shutdown();
        assertTrue(server.awaitTermination(20, TimeUnit.SECONDS));
    }

    @Test
    void aCertificateThatTheEndpointsNameIsTrusted() throws IOException {
        Tls tls = Tls.of(
                OutlookEndpoints.worldwide().toBuilder().trust(certificate).build());

        try (Socket socket = tls.socketFactory().createSocket("localhost", listener.getLocalPort())) {
            assertEquals('!', socket.getInputStream().read());
        }
    }

    @Test
    void anyOtherIsNot() {
        Tls tls = Tls.of(OutlookEndpoints.worldwide());

        assertThrows(SSLException.class, () -> {
            try (Socket socket = tls.socketFactory().createSocket("localhost", listener.getLocalPort())) {
                ((SSLSocket) socket).startHandshake();
            }
        });
    }

    @Test
    void theIssuersOfTheJvmStayTrustedBesideIt() {
        Tls plain = Tls.of(OutlookEndpoints.worldwide());
        Tls extended = Tls.of(
                OutlookEndpoints.worldwide().toBuilder().trust(certificate).build());

        assertEquals(
                plain.trustManager().getAcceptedIssuers().length + 1,
                extended.trustManager().getAcceptedIssuers().length);
    }

    @Test
    void everyKindOfSocketSendsAtOnce() throws IOException {
        Tls tls = Tls.of(
                OutlookEndpoints.worldwide().toBuilder().trust(certificate).build());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int port = listener.getLocalPort();

        try (Socket unconnected = tls.socketFactory().createSocket();
                Socket byAddress = tls.socketFactory().createSocket(loopback, port);
                Socket fromAddress = tls.socketFactory().createSocket("localhost", port, loopback, 0)) {
            assertTrue(unconnected.getTcpNoDelay() && byAddress.getTcpNoDelay() && fromAddress.getTcpNoDelay());
        }
        try (ServerSocket open = new ServerSocket(0, 5, loopback);
                Socket unconnected = new NoDelaySocketFactory().createSocket();
                Socket plain = new NoDelaySocketFactory().createSocket(loopback, open.getLocalPort());
                Socket wrapped = tls.socketFactory().createSocket(plain, "localhost", open.getLocalPort(), false)) {
            assertTrue(unconnected.getTcpNoDelay() && plain.getTcpNoDelay() && wrapped.getTcpNoDelay());
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.getOutputStream().write('!');
            } catch (IOException refusedOrClosed) {
                // the next one
            }
        }
    }

    private static KeyStore selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve("keys.p12");
        if (!Files.exists(file)) {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertTrue(keytool.waitFor(30, TimeUnit.SECONDS));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
