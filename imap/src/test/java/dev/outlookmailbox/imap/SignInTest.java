package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.AccessBlockedException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String PROOF = """
            C: A3 EXAMINE "INBOX"
            S: * 0 EXISTS
            S: * OK [UIDVALIDITY 14] UIDVALIDITY value
            S: A3 OK [READ-ONLY] EXAMINE completed.
            """;

    @Test
    void isProvenInFourCommandsWithTheTokenInOneLine() {
        try (ScriptedServer server = ScriptedServer.implicitTls(Scenario.signIn("tok-1"));
                ImapClient client = Scenario.connect(server, "tok-1")) {
            server.verify();
            assertEquals("INBOX", client.inbox().path());
            assertEquals(4, server.received().size());
        }
    }

    @Test
    void needsTwoCommandsWhereTheServerTellsItsCapabilitiesUnasked() {
        String script = """
                S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready
                C: A0 AUTHENTICATE XOAUTH2 %s
                S: A0 OK [CAPABILITY IMAP4rev1 UIDPLUS MOVE] Logged in
                C: A1 EXAMINE "INBOX"
                S: A1 OK [READ-ONLY] done
                """.formatted(Scenario.response("tok-1"));
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            server.verify();
            assertEquals(FolderRole.INBOX, client.inbox().role());
        }
    }

    @Test
    void waitsForTheServerToAskWhereItHasNoSaslIr() {
        String script = """
                S: * OK ready
                C: A0 CAPABILITY
                S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2
                S: A0 OK done
                C: A1 AUTHENTICATE XOAUTH2
                S: +
                C: %s
                S: A1 OK done
                C: A2 CAPABILITY
                S: * CAPABILITY IMAP4rev1
                S: A2 OK done
                """.formatted(Scenario.response("tok-1")) + PROOF;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            server.verify();
            assertEquals("INBOX", client.inbox().path());
        }
    }

    @Test
    void answersAnErrorChallengeByAnEmptyLineAndKeepsItsText() {
        String script = Scenario.GREETING + """
                C: A1 AUTHENTICATE XOAUTH2 %s
                S: + eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=
                C:
                S: A1 NO AUTHENTICATE failed.
                """.formatted(Scenario.response("tok-1"));
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            OutlookException e = assertThrows(OutlookException.class, () -> Scenario.connect(server, "tok-1"));
            server.verify();
            assertTrue(e.diagnosis().serverText().contains("AUTHENTICATE failed"), e.getMessage());
            assertTrue(e.diagnosis().serverText().contains("\"status\":\"400\""), e.getMessage());
        }
    }

    @Test
    void sendsNothingWhereTheServerOffersPasswordsOnly() {
        String script = """
                S: * OK ready
                C: A0 CAPABILITY
                S: * CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=LOGIN SASL-IR
                S: A0 OK done
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            OutlookException e = assertThrows(AccessBlockedException.class, () -> Scenario.connect(server, "tok-1"));
            server.verify();
            assertEquals(List.of("A0 CAPABILITY"), server.received());
            assertTrue(e.diagnosis().advice().contains("XOAUTH2"), e.getMessage());
        }
    }

    @Test
    void triesOneOtherTokenOnANewConnectionWhenTheFirstIsRefused() {
        try (ScriptedServer server = ScriptedServer.implicitTls(refusal("old") + "--\n" + Scenario.signIn("new"))) {
            Scenario.Tokens tokens = new Scenario.Tokens("old", "new");
            try (ImapClient client = Scenario.connect(server, tokens)) {
                server.verify();
                assertEquals("INBOX", client.inbox().path());
                assertEquals(List.of("old"), tokens.replaced());
            }
        }
    }

    @Test
    void takesTheSecondRefusalAsFinal() {
        try (ScriptedServer server = ScriptedServer.implicitTls(refusal("old") + "--\n" + refusal("new"))) {
            Scenario.Tokens tokens = new Scenario.Tokens("old", "new", "third");
            OutlookException e = assertThrows(OutlookException.class, () -> Scenario.connect(server, tokens));
            server.verify();
            assertEquals(Reason.AMBIGUOUS_SIGN_IN_REFUSAL, e.diagnosis().reason());
            assertEquals(List.of("old"), tokens.replaced());
        }
    }

    @Test
    void doesNotSendTheSameTokenTwice() {
        try (ScriptedServer server = ScriptedServer.implicitTls(refusal("only"))) {
            assertThrows(OutlookException.class, () -> Scenario.connect(server, "only"));
            server.verify();
        }
    }

    @Test
    void blamesNoTokenForAThrottledSignIn() {
        String script = Scenario.GREETING + """
                C: A1 AUTHENTICATE XOAUTH2 %s
                S: A1 NO Request is throttled. Suggested Backoff Time: 92415 milliseconds
                """.formatted(Scenario.response("old"));
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            Scenario.Tokens tokens = new Scenario.Tokens("old", "new");
            ThrottledException e = assertThrows(ThrottledException.class, () -> Scenario.connect(server, tokens));
            assertEquals(Duration.ofMillis(92_415), e.retryAfter());
            assertEquals(List.of(), tokens.replaced());
        }
    }

    @Test
    void isPatientWithAMailboxThatIsNotConnectedAtOnce() {
        String script = notConnected() + "--\n" + notConnected() + "--\n" + Scenario.signIn("tok-1");
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            List<Duration> waits = new ArrayList<>();
            try (ImapClient client = connect(server, waits)) {
                server.verify();
                assertEquals("INBOX", client.inbox().path());
                assertEquals(2, waits.size());
                assertTrue(waits.get(1).compareTo(waits.get(0)) > 0, "the delays grow");
            }
        }
    }

    @Test
    void reportsBothHypothesesWhenTheMailboxStaysUnconnected() {
        String script = notConnected() + "--\n" + notConnected() + "--\n" + notConnected();
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            OutlookException e = assertThrows(AccessBlockedException.class, () -> connect(server, new ArrayList<>()));
            server.verify();
            assertEquals(Reason.MAILBOX_MISMATCH_OR_NO_ACCESS, e.diagnosis().reason());
            assertTrue(e.diagnosis().alternatives().contains(Reason.PROTOCOL_DISABLED));
            assertTrue(e.diagnosis().advice().contains("IMAP is switched off"), e.getMessage());
            assertTrue(e.diagnosis().advice().contains("permission"), e.getMessage());
            assertTrue(e.diagnosis().serverText().contains("not connected"), e.getMessage());
        }
    }

    @Test
    void reportsAFarewellInsteadOfAGreeting() {
        try (ScriptedServer server = ScriptedServer.implicitTls("S: * BYE Connection is closed. 13\nCLOSE\n")) {
            OutlookException e = assertThrows(OutlookException.class, () -> Scenario.connect(server, "tok-1"));
            assertTrue(e.diagnosis().serverText().contains("Connection is closed. 13"), e.getMessage());
        }
    }

    private static ImapClient connect(ScriptedServer server, List<Duration> waits) {
        return ImapClient.connect(Scenario.access(server, new Scenario.Tokens("tok-1")), Clock.systemUTC(), waits::add);
    }

    private static String refusal(String token) {
        return Scenario.GREETING + "C: A1 AUTHENTICATE XOAUTH2 " + Scenario.response(token)
                + "\nS: A1 NO AUTHENTICATE failed.\n";
    }

    private static String notConnected() {
        return Scenario.GREETING + """
                C: A1 AUTHENTICATE XOAUTH2 %s
                S: A1 OK AUTHENTICATE completed.
                C: A2 CAPABILITY
                S: * CAPABILITY IMAP4 IMAP4rev1 UIDPLUS MOVE
                S: A2 OK CAPABILITY completed.
                C: A3 EXAMINE "INBOX"
                S: A3 BAD User is authenticated but not connected.
                """.formatted(Scenario.response("tok-1"));
    }
}
