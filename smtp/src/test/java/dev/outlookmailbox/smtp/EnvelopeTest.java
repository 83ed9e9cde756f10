package dev.outlookmailbox.smtp;

import static dev.outlookmailbox.smtp.Scripts.BYE;
import static dev.outlookmailbox.smtp.Scripts.SIGNED_IN;
import static dev.outlookmailbox.smtp.Scripts.TOKEN;
import static dev.outlookmailbox.smtp.Scripts.assertSays;
import static dev.outlookmailbox.smtp.Scripts.auth;
import static dev.outlookmailbox.smtp.Scripts.client;
import static dev.outlookmailbox.smtp.Scripts.greeting;
import static dev.outlookmailbox.smtp.Scripts.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnvelopeTest {

    private static final OutgoingMessage HELLO =
            OutgoingMessage.to("ada@example.com").subject("Hello").text("Sent over OAuth.");

    @Test
    void tellsWhatTheServerSaid() {
        String reply = "250 2.0.0 OK <AM3PR05MB@prod.outlook.com> [Hostname=AM3PR05MB.eurprd05.prod.outlook.com]";
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + message("ada@example.com", reply) + BYE)) {
            ManualClock clock = new ManualClock();
            SendReceipt receipt = send(server, HELLO, clock);
            assertEquals(SendOutcome.SENT, receipt.outcome());
            assertEquals(reply, receipt.serverReply());
            assertEquals(clock.instant(), receipt.acceptedAt());
            assertEquals(List.of(MailAddress.of("ada@example.com")), receipt.accepted());
            assertTrue(receipt.rejected().isEmpty());
            assertTrue(server.received().contains("Message-ID: " + receipt.messageId()));
            assertTrue(receipt.messageId().matches("<[0-9a-f]{32}@contoso\\.com>"), receipt.messageId());
        }
    }

    @Test
    void takesThreeRoundTripsForFiftyRecipients() {
        // the server says nothing before it has the whole envelope: one trip; DATA's content and the verdict: another
        String script = SIGNED_IN + "C~ MAIL FROM:.*\n"
                + recipients(n -> "C: RCPT TO:<r" + n + "@example.com>\n") + "C: DATA\n"
                + "S: 250 2.1.0 Sender OK\n" + recipients(n -> "S: 250 2.1.5 Recipient OK\n")
                + "S: 354 Start mail input\nDATA\nS: 250 2.0.0 OK\n" + BYE;
        String[] fifty =
                IntStream.range(0, 50).mapToObj(n -> "r" + n + "@example.com").toArray(String[]::new);
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            SendReceipt receipt = send(server, OutgoingMessage.to(fifty).text("x"));
            assertEquals(50, receipt.accepted().size());
        }
    }

    @Test
    void asksOneByOneWhereTheServerDoesNotTakeCommandsInARow() {
        String script = greeting("250-8BITMIME") + auth(TOKEN) + """
                C: MAIL FROM:<ann@contoso.com>
                S: 250 2.1.0 Sender OK
                C: RCPT TO:<ada@example.com>
                S: 250 2.1.5 Recipient OK
                C: DATA
                S: 354 Start mail input
                DATA
                S: 250 2.0.0 OK
                """ + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            send(server, HELLO);
        }
    }

    @Test
    void namesEachRecipientOnceInTheEnvelopeAndNoBlindOneInTheMessage() {
        String script = SIGNED_IN + """
                C~ MAIL FROM:<desk@contoso.com> SIZE=\\d+
                C: RCPT TO:<ada@example.com>
                C: RCPT TO:<carol@example.com>
                C: RCPT TO:<secret@example.com>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 250 2.1.5 Recipient OK
                S: 250 2.1.5 Recipient OK
                S: 250 2.1.5 Recipient OK
                S: 354 Start mail input
                DATA
                S: 250 2.0.0 OK
                """ + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            send(
                    server,
                    HELLO.cc("carol@example.com", "ADA@example.com")
                            .bcc("secret@example.com")
                            .from("Desk <desk@contoso.com>"));
            List<String> lines = server.received();
            assertTrue(lines.contains("From: Desk <desk@contoso.com>"));
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.contains("secret@example.com"))
                            .count());
        }
    }

    @Test
    void announcesTheExactSize() {
        try (ScriptedServer server =
                ScriptedServer.implicitTls(SIGNED_IN + message("ada@example.com", "250 2.0.0 OK") + BYE)) {
            send(
                    server,
                    HELLO.text("no dot at a line's start").attach("a.bin", "application/octet-stream", new byte[100]));
            List<String> lines = server.received();
            int data = lines.indexOf("DATA");
            long octets = lines.subList(data + 1, lines.indexOf(".")).stream()
                    .mapToLong(line -> line.length() + 2)
                    .sum();
            assertEquals("MAIL FROM:<ann@contoso.com> SIZE=" + octets, lines.get(data - 2));
        }
    }

    @Test
    void sendsToThoseWhomTheServerTakesAndTellsWhoIsLeftOut() {
        String script = SIGNED_IN + """
                C~ MAIL FROM:.*
                C: RCPT TO:<ada@example.com>
                C: RCPT TO:<nobody@example.com>
                C: RCPT TO:<full@example.com>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 250 2.1.5 Recipient OK
                S: 550 5.1.1 User unknown
                S: 452 4.5.3 Too many recipients
                S: 354 Start mail input
                DATA
                S: 250 2.0.0 OK
                """ + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            SendReceipt receipt = send(server, HELLO.addTo("nobody@example.com", "full@example.com"));
            MailAddress nobody = MailAddress.of("nobody@example.com");
            MailAddress full = MailAddress.of("full@example.com");
            assertEquals(SendOutcome.SENT, receipt.outcome());
            assertEquals(List.of(MailAddress.of("ada@example.com")), receipt.accepted());
            assertEquals(Set.of(nobody, full), receipt.rejected().keySet());
            Diagnosis unknown = Objects.requireNonNull(receipt.rejected().get(nobody));
            assertEquals(Reason.RECIPIENT_REJECTED, unknown.reason());
            assertEquals("550 5.1.1 User unknown", unknown.serverText());
            assertTrue(Objects.requireNonNull(receipt.rejected().get(full)).retryable());
        }
    }

    @Test
    void sendsNothingWhereNoRecipientIsTakenAndGoesOnWithTheNextMessage() {
        String script = SIGNED_IN + """
                C~ MAIL FROM:.*
                C: RCPT TO:<ada@example.com>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 550 5.1.1 User unknown
                S: 503 5.5.1 No valid recipients
                C: RSET
                """
                + message("bob@example.com", "250 2.0.0 OK").replace("S: 250 2.1.0", "S: 250 2.0.0 Reset\nS: 250 2.1.0")
                + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                CommandRejectedException refusal =
                        assertThrows(CommandRejectedException.class, () -> client.send(HELLO));
                assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
                assertEquals(Reason.RECIPIENT_REJECTED, refusal.diagnosis().reason());
                assertSays("No recipient was accepted", refusal);
                client.send(OutgoingMessage.to("bob@example.com").text("x"));
            }
            server.verify();
        }
    }

    @Test
    void handsNothingOverWhenAServerAsksForContentWithoutRecipients() {
        String script = SIGNED_IN + """
                C~ MAIL FROM:.*
                C: RCPT TO:<ada@example.com>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 550 5.1.1 User unknown
                S: 354 Start mail input
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                OutlookException refusal = assertThrows(OutlookException.class, () -> client.send(HELLO));
                assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
            }
            server.verify();
            assertEquals("DATA", server.received().get(server.received().size() - 1));
        }
    }

    @Test
    void saysThatTheSenderIsNotAllowedThoughThatShowsOnlyAfterTheMessage() {
        String denial = "550 5.7.60 SMTP; Client does not have permissions to send as this sender"
                + " [AM3PR05MB.eurprd05.prod.outlook.com 2026-11-24T09:08:07.123Z 08DCE1A2B3C4D5E6]";
        String script = SIGNED_IN
                + message("ada@example.com", denial).replace("ann@contoso.com", "boss@contoso.com")
                + message("ada@example.com", "250 2.0.0 OK")
                + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                CommandRejectedException refusal =
                        assertThrows(CommandRejectedException.class, () -> client.send(HELLO.from("boss@contoso.com")));
                assertEquals(Reason.SEND_AS_DENIED, refusal.diagnosis().reason());
                assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
                client.send(HELLO);
            }
            server.verify();
        }
    }

    @Test
    void refusesWhatIsLargerThanTheServerTakesBeforeSayingAnything() {
        String script = greeting("250-SIZE 1000") + auth(TOKEN) + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                CommandRejectedException refusal =
                        assertThrows(CommandRejectedException.class, () -> client.send(HELLO.text("x".repeat(2000))));
                assertEquals(Reason.MESSAGE_TOO_LARGE, refusal.diagnosis().reason());
                assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
                assertSays("1000", refusal);
            }
            server.verify();
        }
    }

    @Test
    void asksForSmtpUtf8WhereALocalPartNeedsIt() {
        String script = greeting("250-SMTPUTF8") + auth(TOKEN) + """
                C: MAIL FROM:<ann@contoso.com> BODY=8BITMIME SMTPUTF8
                S: 250 2.1.0 Sender OK
                C: RCPT TO:<用户@xn--fsqu00a.xn--fiqs8s>
                S: 250 2.1.5 Recipient OK
                C: DATA
                S: 354 Start mail input
                DATA
                S: 250 2.0.0 OK
                """ + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            send(server, OutgoingMessage.to("用户@例子.中国").text("x"));
            assertTrue(server.received().contains("To: 用户@xn--fsqu00a.xn--fiqs8s"));
        }
    }

    @Test
    void refusesSuchALocalPartWhereTheServerCannotTakeIt() {
        try (ScriptedServer server = ScriptedServer.implicitTls(SIGNED_IN + BYE)) {
            try (SmtpClient client = client(server, Tokens.of(TOKEN))) {
                OutlookException refusal = assertThrows(
                        CommandRejectedException.class,
                        () -> client.send(OutgoingMessage.to("用户@example.com").text("x")));
                assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
            }
            server.verify();
        }
    }

    @Test
    void needsNothingSpecialForADomainOutsideAscii() {
        String script = SIGNED_IN + message("ada@xn--bcher-kva.example", "250 2.0.0 OK") + BYE;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            send(server, OutgoingMessage.to("ada@bücher.example").text("x"));
        }
    }

    @Test
    void refusesAMessageWithoutRecipients() {
        try (ScriptedServer server = ScriptedServer.implicitTls("S: 220 ready");
                SmtpClient client = client(server, Tokens.of(TOKEN))) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class,
                    () -> client.send(OutgoingMessage.draft().text("x")));
            assertSays("addTo(..)", refusal);
            assertEquals(List.of(), server.received());
        }
    }

    private static SendReceipt send(ScriptedServer server, OutgoingMessage message) {
        return send(server, message, new ManualClock());
    }

    private static SendReceipt send(ScriptedServer server, OutgoingMessage message, ManualClock clock) {
        SendReceipt receipt;
        try (SmtpClient client = client(server, Tokens.of(TOKEN), clock)) {
            receipt = client.send(message);
        }
        server.verify();
        return receipt;
    }

    private static String recipients(IntFunction<String> line) {
        return IntStream.range(0, 50).mapToObj(line).collect(Collectors.joining());
    }
}
