package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScriptedServerTest {

    @Test
    void playsADialogueOverImplicitTls() throws IOException {
        try (ScriptedServer server = ScriptedServer.implicitTls("""
                        S: * OK ready
                        C: A0 NOOP
                        S: A0 OK done
                        """);
                TlsClient client = TlsClient.tls(server.port(), server.certificate())) {
            assertEquals("* OK ready", client.line());
            assertEquals("A0 OK done", client.send("A0 NOOP").line());
            server.verify();
            assertEquals(List.of("A0 NOOP"), server.received());
        }
    }

    @Test
    void upgradesAPlainConnectionWhereTheScriptSaysSo() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("""
                        C: STARTTLS
                        S: 220 go
                        TLS
                        C~ EHLO .+
                        S: 250 hello
                        """);
                TlsClient client = TlsClient.plain(server.port(), server.certificate())) {
            assertEquals("220 go", client.send("STARTTLS").line());
            client.handshake();
            assertEquals("250 hello", client.send("EHLO me").line());
            server.verify();
        }
    }

    @Test
    void showsWhatTheClientSentInsteadOfTheExpectedLine() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("C: A0 NOOP");
                TlsClient client = TlsClient.plain(server.port(), server.certificate())) {
            assertNull(client.send("A0 LOGIN x y").line());
            AssertionError error = assertThrows(AssertionError.class, server::verify);
            assertTrue(error.toString().contains("'A0 NOOP'"), error.toString());
            assertTrue(error.toString().contains("A0 LOGIN x y"), error.toString());
        }
    }

    @Test
    void aPatternMustMatchTheWholeLine() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("C~ A\\d NOOP");
                TlsClient client = TlsClient.plain(server.port(), server.certificate())) {
            client.send("A0 NOOP NOOP");
            assertThrows(AssertionError.class, server::verify);
        }
    }

    @Test
    void readsLiteralsAndDotTerminatedData() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("""
                        C: A1 APPEND x {7}
                        S: + go
                        READ 7
                        C:
                        S: A1 OK
                        DATA
                        S: 250 queued
                        """);
                TlsClient client = TlsClient.plain(server.port(), server.certificate())) {
            assertEquals("+ go", client.send("A1 APPEND x {7}").line());
            assertEquals("A1 OK", client.send("ab\r\ncd\0").line());
            assertEquals(
                    "250 queued", client.raw("Subject: x\r\n\r\nbody\r\n.\r\n").line());
            server.verify();
            assertEquals("ab\r\ncd\0", server.received().get(1));
        }
    }

    @Test
    void givesEachConnectionItsOwnScript() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("""
                S: first
                CLOSE
                --
                S: second
                """)) {
            try (TlsClient first = TlsClient.plain(server.port(), server.certificate())) {
                assertEquals("first", first.line());
                assertNull(first.line());
                try (TlsClient second = TlsClient.plain(server.port(), server.certificate())) {
                    assertEquals("second", second.line());
                    server.verify();
                }
            }
        }
    }

    @Test
    void aConnectionTooManyIsADeviation() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("S: only");
                TlsClient first = TlsClient.plain(server.port(), server.certificate())) {
            assertEquals("only", first.line());
            try (TlsClient second = TlsClient.plain(server.port(), server.certificate())) {
                assertNull(second.line());
            }
            AssertionError error = assertThrows(AssertionError.class, server::verify);
            assertTrue(error.toString().contains("connection 2"), error.toString());
        }
    }

    @Test
    void aLineAfterTheEndOfTheScriptIsADeviation() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("S: all there is");
                TlsClient client = TlsClient.plain(server.port(), server.certificate())) {
            client.line();
            assertNull(client.send("one more").line());
            AssertionError error = assertThrows(AssertionError.class, server::verify);
            assertTrue(error.toString().contains("one more"), error.toString());
        }
    }

    @Test
    void aClientThatLeavesTooEarlyIsADeviation() throws IOException {
        try (ScriptedServer server = ScriptedServer.plain("C: A0 NOOP")) {
            TlsClient.plain(server.port(), server.certificate()).close();
            AssertionError error = assertThrows(AssertionError.class, server::verify);
            assertTrue(error.toString().contains("end of the connection"), error.toString());
        }
    }

    @Test
    void refusesAScriptWithALineThatIsNoStep() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> ScriptedServer.plain("SEND hello"));
        assertTrue(error.toString().contains("'SEND hello'"), error.toString());
    }

    @Test
    void theCertificateNamesThisMachineOnlyAndIsValidNow() throws Exception {
        try (ScriptedServer server = ScriptedServer.implicitTls("S: hello")) {
            X509Certificate certificate = server.certificate();
            certificate.checkValidity();
            certificate.verify(certificate.getPublicKey());
            assertEquals(
                    List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1")),
                    List.copyOf(certificate.getSubjectAlternativeNames()));
        }
    }

    @Test
    void everyServerHasACertificateOfItsOwn() throws IOException {
        try (ScriptedServer one = ScriptedServer.implicitTls("S: hello");
                ScriptedServer other = ScriptedServer.implicitTls("S: hello")) {
            assertThrows(SSLException.class, () -> TlsClient.tls(one.port(), other.certificate()));
        }
    }
}
