package dev.outlookmailbox.smtp;

import static dev.outlookmailbox.smtp.Scripts.BYE;
import static dev.outlookmailbox.smtp.Scripts.SIGNED_IN;
import static dev.outlookmailbox.smtp.Scripts.TOKEN;
import static dev.outlookmailbox.smtp.Scripts.assertSays;
import static dev.outlookmailbox.smtp.Scripts.client;
import static dev.outlookmailbox.smtp.Scripts.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionLossTest {

    private static final OutgoingMessage HELLO =
            OutgoingMessage.to("ada@example.com").subject("Hello").text("Sent over OAuth.");
    private static final String OK = message("ada@example.com", "250 2.0.0 OK");
    private static final String ENVELOPE = """
            C~ MAIL FROM:.*
            C: RCPT TO:<ada@example.com>
            C: DATA
            S: 250 2.1.0 Sender OK
            S: 250 2.1.5 Recipient OK
            S: 354 Start mail input
            """;

    @Test
    void isNotSentWhenTheConnectionIsCutBeforeTheFinalDot() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + ENVELOPE + "C~ Date: .*\nCLOSE")) {
            OutlookException loss =
                    sendAndFail(server, HELLO.attach("large.bin", "application/octet-stream", new byte[20_000_000]));
            assertEquals(Optional.of(SendOutcome.NOT_SENT), loss.outcome());
            assertEquals(ConnectionException.class, loss.getClass());
            assertTrue(loss.retryable());
        }
    }

    @Test
    void isUnknownWhenTheConnectionIsCutAfterTheFinalDot() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + ENVELOPE + "DATA\nCLOSE")) {
            OutlookException loss = sendAndFail(server, HELLO);
            assertEquals(Optional.of(SendOutcome.UNKNOWN), loss.outcome());
            assertEquals(ConnectionException.class, loss.getClass());
            assertFalse(loss.retryable(), "a loop that retries what is retryable must not send it twice");
            assertSays("Sent Items", loss);
        }
    }

    @Test
    void isUnknownWhenTheVerdictIsNoSmtp() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + ENVELOPE + "DATA\nS: hello?\nCLOSE")) {
            OutlookException loss = sendAndFail(server, HELLO);
            assertEquals(Optional.of(SendOutcome.UNKNOWN), loss.outcome());
            assertEquals(ProtocolViolationException.class, loss.getClass());
        }
    }

    @Test
    void isNotSentWhenTheServerClosesInsteadOfAVerdict() {
        String busy = "S: 421 4.3.2 Service not available [AM3PR05MB.eurprd05.prod.outlook.com]\nCLOSE";
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + ENVELOPE + "DATA\n" + busy)) {
            OutlookException loss = sendAndFail(server, HELLO);
            assertEquals(Optional.of(SendOutcome.NOT_SENT), loss.outcome());
            assertTrue(loss.retryable());
        }
    }

    @Test
    void isNotSentWhenTheServerClosesInTheMiddleOfTheEnvelope() {
        String script = SIGNED_IN + """
                C~ MAIL FROM:.*
                C: RCPT TO:<ada@example.com>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 421 4.4.1 Connection timed out
                CLOSE
                --
                """ + SIGNED_IN + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                OutlookException loss = assertThrows(OutlookException.class, () -> client.send(HELLO));
                assertEquals(Optional.of(SendOutcome.NOT_SENT), loss.outcome());
                client.send(HELLO);
            }
            server.verify();
        }
    }

    @Test
    void failsAtOnceWhenANewConnectionIsCutAtTheEnvelope() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + "C~ MAIL FROM:.*\nCLOSE")) {
            OutlookException loss = sendAndFail(server, HELLO);
            assertEquals(Optional.of(SendOutcome.NOT_SENT), loss.outcome());
            assertEquals(Reason.NETWORK, loss.diagnosis().reason());
        }
    }

    @Test
    void usesOneConnectionForMessagesInARow() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + OK + OK + OK + BYE)) {
            sendThree(server, new ManualClock(), Duration.ofSeconds(10));
        }
    }

    @Test
    void takesANewConnectionWhenTheServerHasClosedTheIdleOne() {
        String script = SIGNED_IN + OK + "CLOSE\n--\n" + SIGNED_IN + OK + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            sendThree(server, new ManualClock(), Duration.ZERO);
        }
    }

    @Test
    void takesANewConnectionWhenTheServerSaysThatTheIdleOneTimedOut() {
        String script = SIGNED_IN + OK + "S: 421 4.4.1 Connection timed out\nCLOSE\n--\n" + SIGNED_IN + OK + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            sendThree(server, new ManualClock(), Duration.ZERO);
        }
    }

    @Test
    void takesANewConnectionWhenTheServerRefusesToGoOnWithTheOldOne() {
        String script = SIGNED_IN + OK + """
                C~ MAIL FROM:.*
                C: RCPT TO:<ada@example.com>
                C: DATA
                S: 421 4.7.0 Too many messages on this connection
                CLOSE
                --
                """ + SIGNED_IN + OK + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            sendThree(server, new ManualClock(), Duration.ZERO);
        }
    }

    @Test
    void leavesAConnectionOnWhichNothingHappenedForAMinute() {
        String one = SIGNED_IN + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(one + "--\n" + one + "--\n" + one)) {
            sendThree(server, new ManualClock(), Duration.ofMinutes(1));
        }
    }

    @Test
    void leavesAConnectionWhoseTokenIsAboutToExpire() {
        ManualClock clock = new ManualClock();
        String one = SIGNED_IN + OK + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(one + "--\n" + one)) {
            Tokens tokens = Tokens.expiring(clock.instant().plusSeconds(60), TOKEN);
            try (SmtpClient client = client(server, tokens, clock)) {
                client.send(HELLO);
                clock.advance(Duration.ofSeconds(40));
                client.send(HELLO);
            }
            server.verify();
        }
    }

    @Test
    void provesTheOpenConnectionWithoutANewSignIn() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + OK + "C: NOOP\nS: 250 2.0.0 OK\n" + BYE)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                client.send(HELLO);
                client.verify();
            }
            server.verify();
        }
    }

    @Test
    void dropsTheConnectionWhenAFileCannotBeReadToItsEnd() {
        OutgoingMessage message = HELLO.attach("scan.pdf", "application/pdf", new FailingSource());
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + ENVELOPE + "--\n" + SIGNED_IN + OK + BYE)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                OutlookException loss = assertThrows(OutlookException.class, () -> client.send(message));
                assertEquals(Optional.of(SendOutcome.NOT_SENT), loss.outcome());
                assertSays("scan.pdf", loss);
                assertSays("disk on fire", loss);
                client.send(HELLO);
            }
            server.verify();
            assertEquals(1, server.received().stream().filter("."::equals).count());
        }
    }

    @Test
    void letsManyThreadsSendOverTheOneConnection() throws Exception {
        int threads = 8;
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + OK.repeat(threads) + BYE)) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                List<Callable<SendReceipt>> sends = Collections.nCopies(threads, () -> client.send(HELLO));
                Set<String> ids = new HashSet<>();
                for (Future<SendReceipt> receipt : pool.invokeAll(sends)) {
                    ids.add(receipt.get().messageId());
                }
                assertEquals(threads, ids.size());
            } finally {
                pool.shutdownNow();
            }
            server.verify();
        }
    }

    @Test
    void refusesToSendOnceClosed() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + OK + BYE)) {
            SmtpClient client = client(server, Tokens.of(TOKEN));
            client.send(HELLO);
            client.close();
            client.close();
            assertThrows(IllegalStateException.class, () -> client.send(HELLO));
            assertThrows(IllegalStateException.class, client::verify);
            server.verify();
        }
    }

    private static void sendThree(ScriptedServer server, ManualClock clock, Duration pause) {
        try (SmtpClient client = client(server, Tokens.of(TOKEN), clock)) {
            for (int n = 0; n < 3; n++) {
                clock.advance(pause);
                client.send(HELLO);
            }
        }
        server.verify();
    }

    private static OutlookException sendAndFail(ScriptedServer server, OutgoingMessage message) {
        OutlookException failure;
        try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
            failure = assertThrows(OutlookException.class, () -> client.send(message));
        }
        server.verify();
        return failure;
    }

    /** Can be measured, but breaks when it is read again. */
    private static final class FailingSource implements ContentSource {

        private int opened;

        @Override
        public InputStream open() {
            return opened++ == 0 ? new ByteArrayInputStream(new byte[1_000]) : new BrokenStream();
        }
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("disk on fire");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
