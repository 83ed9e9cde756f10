package dev.outlookmailbox.smtp;

import static dev.outlookmailbox.smtp.Scripts.BYE;
import static dev.outlookmailbox.smtp.Scripts.TOKEN;
import static dev.outlookmailbox.smtp.Scripts.assertSays;
import static dev.outlookmailbox.smtp.Scripts.auth;
import static dev.outlookmailbox.smtp.Scripts.startTlsClient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EncryptionTest {

    private static final String BEFORE_TLS = """
            S: 220 AM3PR05CA0094.outlook.office365.com Microsoft ESMTP MAIL Service ready
            C: EHLO [127.0.0.1]
            S: 250-AM3PR05CA0094.outlook.office365.com Hello [192.0.2.1]
            S: 250-SIZE 157286400
            S: 250-STARTTLS
            S: 250 SMTPUTF8
            C: STARTTLS
            S: 220 2.0.0 SMTP server ready
            """;

    @Test
    void asksForTlsAndGreetsAnew() {
        String script = BEFORE_TLS + """
                TLS
                C: EHLO [127.0.0.1]
                S: 250-AM3PR05CA0094.outlook.office365.com Hello [192.0.2.1]
                S: 250 AUTH LOGIN XOAUTH2
                """ + auth(TOKEN) + BYE;
        try (ScriptedServer server = ScriptedServer.plain(script)) {
            try (SmtpClient client = startTlsClient(server)) {
                client.verify();
            }
            server.verify();
        }
    }

    @Test
    void saysNothingMoreToAServerWithoutStartTls() {
        String script = """
                S: 220 ready
                C: EHLO [127.0.0.1]
                S: 250-host
                S: 250 AUTH XOAUTH2
                """;
        try (ScriptedServer server = ScriptedServer.plain(script);
                SmtpClient client = startTlsClient(server)) {
            assertTlsRequired(client, "STARTTLS");
            server.verify();
            assertEquals(List.of("EHLO [127.0.0.1]"), server.received());
        }
    }

    @Test
    void stopsWhenStartTlsIsRefused() {
        String script = BEFORE_TLS.replace("S: 220 2.0.0 SMTP server ready", "S: 454 4.7.0 TLS not available");
        try (ScriptedServer server = ScriptedServer.plain(script);
                SmtpClient client = startTlsClient(server)) {
            assertThrows(ConnectionException.class, client::verify);
            server.verify();
        }
    }

    @Test
    void refusesWordsSlippedInAheadOfTheHandshake() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> afterStartTls = CompletableFuture.supplyAsync(() -> inject(listener));
            OutlookEndpoints endpoints = OutlookEndpoints.custom()
                    .authority("https://localhost:1")
                    .imap("localhost", 1)
                    .smtp("localhost", listener.getLocalPort())
                    .mailScopes("https://outlook.office.com/SMTP.Send")
                    .build();
            try (SmtpClient client = SmtpClient.of(Scripts.access(endpoints, Tokens.of(TOKEN)))) {
                assertTlsRequired(client, "ahead of the TLS handshake");
            }
            assertEquals("", afterStartTls.join());
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        try (ScriptedServer server = ScriptedServer.plain(BEFORE_TLS + "TLS");
                ScriptedServer other = ScriptedServer.plain("S: 220 ready")) {
            OutlookEndpoints endpoints =
                    Scripts.endpoints(server).trust(other.certificate()).build();
            try (SmtpClient client = SmtpClient.of(Scripts.access(endpoints, Tokens.of(TOKEN)))) {
                assertTlsRequired(client, "trust(certificate)");
            }
            assertEquals(List.of("EHLO [127.0.0.1]", "STARTTLS"), server.received());
        }
    }

    @Test
    void refusesATrustedCertificateForAnotherHost() throws IOException {
        HeldCertificate elsewhere = new HeldCertificate.Builder()
                .addSubjectAlternativeName("elsewhere.example")
                .build();
        try (ServerSocket listener = new HandshakeCertificates.Builder()
                .heldCertificate(elsewhere)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> everythingSaidAt(listener));
            OutlookEndpoints endpoints = OutlookEndpoints.worldwide().toBuilder()
                    .smtp("localhost", listener.getLocalPort())
                    .smtpTls()
                    .trust(elsewhere.certificate())
                    .build();
            try (SmtpClient client = SmtpClient.of(Scripts.access(endpoints, Tokens.of(TOKEN)))) {
                assertTlsRequired(client, "localhost");
            }
            assertEquals("", said.join());
        }
    }

    @Test
    void saysWhichPortIsNotOpen() throws IOException {
        int closed;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = listener.getLocalPort();
        }
        OutlookEndpoints endpoints = OutlookEndpoints.worldwide().toBuilder()
                .smtp("localhost", closed)
                .build();
        try (SmtpClient client = SmtpClient.of(Scripts.access(endpoints, Tokens.of(TOKEN)))) {
            ConnectionException failure = assertThrows(ConnectionException.class, client::verify);
            assertSays("port " + closed, failure);
            assertEquals(Reason.NETWORK, failure.diagnosis().reason());
        }
    }

    @Test
    void saysWhichHostIsUnknown() {
        OutlookEndpoints endpoints = OutlookEndpoints.worldwide().toBuilder()
                .smtp("smtp.outlook-mailbox.invalid", 587)
                .build();
        try (SmtpClient client = SmtpClient.of(Scripts.access(endpoints, Tokens.of(TOKEN)))) {
            ConnectionException failure = assertThrows(ConnectionException.class, client::verify);
            assertSays("smtp.outlook-mailbox.invalid", failure);
        }
    }

    private static void assertTlsRequired(SmtpClient client, String words) {
        AppMisconfiguredException refusal = assertThrows(AppMisconfiguredException.class, client::verify);
        assertEquals(Reason.TLS_REQUIRED, refusal.diagnosis().reason());
        assertSays(words, refusal);
    }

    /** What the client says over TLS after the greeting, if it comes so far. */
    private static String everythingSaidAt(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Answers STARTTLS with a second line in the same packet and returns what the client says to that. */
    private static String inject(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            readLine(socket);
            out.write("250-host\r\n250 STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
            readLine(socket);
            out.write("220 go\r\n250 AUTH PLAIN\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void readLine(Socket socket) throws IOException {
        for (int octet = 0; octet != '\n'; octet = socket.getInputStream().read()) {
            if (octet < 0) {
                throw new IOException("the client closed early");
            }
        }
    }
}
