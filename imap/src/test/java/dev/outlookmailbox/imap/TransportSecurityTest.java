package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransportSecurityTest {

    @Test
    void startTlsComesBeforeAnythingElse() {
        String script = """
                S: * OK ready
                C: A0 CAPABILITY
                S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED
                S: A0 OK done
                C: A1 STARTTLS
                S: A1 OK begin
                TLS
                C: A2 CAPABILITY
                S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR
                S: A2 OK done
                C: A3 AUTHENTICATE XOAUTH2 %s
                S: A3 OK [CAPABILITY IMAP4rev1] done
                C: A4 EXAMINE "INBOX"
                S: A4 OK done
                """.formatted(Scenario.response("tok-1"));
        try (ScriptedServer server = ScriptedServer.plain(script);
                ImapClient client = connectByStartTls(server)) {
            server.verify();
            assertEquals("INBOX", client.inbox().path());
        }
    }

    @Test
    void strippedStartTlsIsRefusedBeforeTheTokenIsSent() {
        String script = """
                S: * OK ready
                C: A0 CAPABILITY
                S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR
                S: A0 OK done
                """;
        try (ScriptedServer server = ScriptedServer.plain(script)) {
            AppMisconfiguredException e =
                    assertThrows(AppMisconfiguredException.class, () -> connectByStartTls(server));
            server.verify();
            assertEquals(Reason.TLS_REQUIRED, e.diagnosis().reason());
            assertEquals(List.of("A0 CAPABILITY"), server.received());
        }
    }

    @Test
    void refusedStartTlsEndsTheConnection() {
        String script = """
                S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=XOAUTH2] ready
                C: A0 STARTTLS
                S: A0 NO not today
                """;
        try (ScriptedServer server = ScriptedServer.plain(script)) {
            assertThrows(AppMisconfiguredException.class, () -> connectByStartTls(server));
            server.verify();
        }
    }

    @Test
    void textInjectedBehindTheAnswerToStartTlsIsRefused() throws IOException {
        byte[] answers = """
                * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=XOAUTH2] ready\r
                A0 OK begin\r
                * CAPABILITY IMAP4rev1 AUTH=PLAIN\r
                """.getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ScriptedServer identity = ScriptedServer.plain("")) {
            Thread server = new Thread(() -> {
                try (var socket = listener.accept()) {
                    socket.getOutputStream().write(answers);
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the client has gone
                }
            });
            server.start();
            OutlookEndpoints endpoints = Scenario.endpoints(identity)
                    .imap("localhost", listener.getLocalPort())
                    .imapStartTls()
                    .build();
            assertThrows(
                    ProtocolViolationException.class,
                    () -> ImapClient.connect(Scenario.access(endpoints, new Scenario.Tokens("tok-1"))));
        }
    }

    @Test
    void aServerThatSaysWeAreSignedInAlreadyIsNotBelieved() {
        try (ScriptedServer server = ScriptedServer.plain("S: * PREAUTH welcome\n")) {
            assertThrows(ProtocolViolationException.class, () -> connectByStartTls(server));
        }
    }

    @Test
    void anUntrustedCertificateIsRefusedWithTheWayToTrustIt() {
        try (ScriptedServer server = ScriptedServer.implicitTls("S: * OK ready\n");
                ScriptedServer other = ScriptedServer.implicitTls("")) {
            OutlookEndpoints endpoints =
                    Scenario.endpoints(server).trust(other.certificate()).build();
            ConnectionException e = assertThrows(ConnectionException.class, () -> connect(endpoints));
            assertTrue(e.diagnosis().advice().contains("not trusted"), e.getMessage());
            assertTrue(e.diagnosis().advice().contains("trust(certificate)"), e.getMessage());
            assertFalse(e.retryable());
        }
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() {
        try (ScriptedServer server = ScriptedServer.implicitTls("S: * OK ready\n")) {
            OutlookEndpoints endpoints =
                    Scenario.endpoints(server).imap("0.0.0.0", server.port()).build();
            ConnectionException e = assertThrows(ConnectionException.class, () -> connect(endpoints));
            assertTrue(e.diagnosis().advice().contains("another name than 0.0.0.0"), e.getMessage());
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        OutlookEndpoints endpoints = endpoints("no-such-host.invalid", 993);
        ConnectionException e = assertThrows(ConnectionException.class, () -> connect(endpoints));
        assertTrue(e.diagnosis().advice().contains("no-such-host.invalid is not known"), e.getMessage());
    }

    @Test
    void aClosedPortIsNamed() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        ConnectionException e = assertThrows(ConnectionException.class, () -> connect(endpoints("127.0.0.1", port)));
        assertTrue(e.diagnosis().advice().contains("127.0.0.1:" + port), e.getMessage());
        assertTrue(e.diagnosis().advice().contains("firewall"), e.getMessage());
        assertTrue(e.retryable());
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        try (ScriptedServer server = ScriptedServer.implicitTls("C: never\n")) {
            Timeouts impatient = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(100));
            MailboxAccess access = new MailboxAccess(
                    MailAddress.of(Scenario.ADDRESS),
                    new Scenario.Tokens("tok-1"),
                    Scenario.endpoints(server).build(),
                    impatient);
            ConnectionException e = assertThrows(ConnectionException.class, () -> ImapClient.connect(access));
            assertTrue(e.diagnosis().advice().contains("read timeout"), e.getMessage());
        }
    }

    @Test
    void aServerThatNeverShakesHandsIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Timeouts impatient = new Timeouts(Duration.ofMillis(100), Duration.ofSeconds(5));
            MailboxAccess access = new MailboxAccess(
                    MailAddress.of(Scenario.ADDRESS),
                    new Scenario.Tokens("tok-1"),
                    endpoints("127.0.0.1", silent.getLocalPort()),
                    impatient);
            ConnectionException e = assertThrows(ConnectionException.class, () -> ImapClient.connect(access));
            assertTrue(e.diagnosis().advice().contains("No answer"), e.getMessage());
        }
    }

    private static OutlookEndpoints endpoints(String host, int port) {
        return OutlookEndpoints.custom()
                .authority("https://localhost")
                .imap(host, port)
                .smtp("localhost", 587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All")
                .build();
    }

    private static ImapClient connect(OutlookEndpoints endpoints) {
        return ImapClient.connect(Scenario.access(endpoints, new Scenario.Tokens("tok-1")));
    }

    private static ImapClient connectByStartTls(ScriptedServer server) {
        return connect(Scenario.endpoints(server).imapStartTls().build());
    }
}
