package dev.outlookmailbox.oauth.entra;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.Leaks;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Each way in which Entra cannot be reached has its own advice. */
class UnreachableTest {

    @Test
    void aNameThatDoesNotResolve() {
        OutlookEndpoints endpoints =
                Apps.endpoints(1).toBuilder().authority("https://login.invalid").build();

        ConnectionException failure = failure(endpoints);

        assertSays("cannot be resolved", failure);
        assertTrue(failure.retryable());
    }

    @Test
    void aPortWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket closedAgain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAgain.getLocalPort();
        }

        ConnectionException failure = failure(Apps.endpoints(port));

        assertSays("cannot be reached", failure);
        assertSays("https.proxyHost", failure);
        assertTrue(failure.retryable());
    }

    @Test
    void aCertificateThatNobodyTrusts() {
        ConnectionException failure = tlsFailure(certificate().build());

        assertSays("is not trusted", failure);
        assertSays("trust(..)", failure);
    }

    @Test
    void aCertificateForAnotherHost() {
        HeldCertificate other = new HeldCertificate.Builder()
                .addSubjectAlternativeName("other.example")
                .build();

        assertSays("is for another host name", tlsFailure(other, other.certificate()));
    }

    @Test
    void aCertificateThatHasExpired() {
        HeldCertificate issuer =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate expired = certificate()
                .signedBy(issuer)
                .validityInterval(0, Instant.parse("2020-01-01T00:00:00Z").toEpochMilli())
                .build();

        ConnectionException failure = tlsFailure(expired, issuer.certificate());

        assertSays("is not valid at the time", failure);
        assertSays("clock", failure);
    }

    @Test
    void aServerThatSpeaksNoTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (var client = plain.accept()) {
                    client.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client hung up
                }
            });
            answering.setDaemon(true);
            answering.start();

            assertSays("No TLS connection", failure(Apps.endpoints(plain.getLocalPort())));
        }
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder().addSubjectAlternativeName("localhost");
    }

    private static ConnectionException tlsFailure(HeldCertificate certificate, X509Certificate... trusted) {
        WireMockServer server = TokenEndpoint.start(certificate);
        try {
            ConnectionException failure = failure(Apps.endpoints(server.httpsPort(), trusted));
            assertEquals(Actor.OPERATOR, failure.diagnosis().actor());
            assertFalse(failure.retryable());
            assertTrue(server.getAllServeEvents().isEmpty(), "nothing may be sent to a stranger");
            return failure;
        } finally {
            server.stop();
        }
    }

    private static ConnectionException failure(OutlookEndpoints endpoints) {
        OutlookApp app = Apps.at(endpoints);
        app.adopt("ann", "refresh-" + Apps.SECRET);

        ConnectionException failure =
                assertThrows(ConnectionException.class, () -> app.tokens("ann").get());

        assertFalse(String.valueOf(failure.getMessage()).contains("it was not repeated"), "nothing was sent");
        Leaks.assertNone(failure);
        return failure;
    }
}
