package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections that die, tokens that end, and callers that wait for each other. */
class ResilienceTest {

    private static final String EMPTY_INBOX = """
            C: A4 EXAMINE "INBOX"
            S: * 0 EXISTS
            S: A4 OK done
            """;

    @Test
    void aConnectionThatDiedWhileIdleIsReplacedWithoutANoise() {
        String script = Scenario.signIn("tok-1") + "CLOSE\n--\n" + Scenario.signIn("tok-1") + EMPTY_INBOX;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            assertEquals(List.of(), client.inbox().latest(1));
            server.verify();
        }
    }

    @Test
    void anEndedTokenIsReplacedAndTheReadIsDoneAgain() {
        String script = Scenario.signIn("old") + """
                C: A4 EXAMINE "INBOX"
                S: * BYE Session invalidated - AccessTokenExpired
                CLOSE
                --
                """ + Scenario.signIn("new") + EMPTY_INBOX;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            Scenario.Tokens tokens = new Scenario.Tokens("old", "new");
            try (ImapClient client = Scenario.connect(server, tokens)) {
                assertEquals(List.of(), client.inbox().latest(1));
                server.verify();
                assertEquals(List.of("old"), tokens.replaced());
            }
        }
    }

    @Test
    void aReadIsDoneAgainOnceOnly() {
        String script = Scenario.signIn("tok-1") + "CLOSE\n--\n" + Scenario.signIn("tok-1") + "CLOSE\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            assertThrows(ConnectionException.class, () -> client.inbox().latest(1));
        }
    }

    @Test
    void aMoveThatMayHaveHappenedIsNotDoneAgain() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 LIST "" "*"
                S: * LIST () "/" Target
                S: A4 OK done
                C: A5 SELECT "INBOX"
                S: * 2 EXISTS
                S: * OK [UIDVALIDITY 14] ok
                S: A5 OK done
                C: A6 UID MOVE 1 "Target"
                CLOSE
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            Folder target = client.folder("Target");
            assertThrows(
                    ConnectionException.class,
                    () -> client.inbox().move(List.of(new MessageId("INBOX", 14, 1)), target));
            server.verify();
        }
    }

    @Test
    void aMoveFindsOutAboutADeadConnectionBeforeItBegins() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 LIST "" "*"
                S: * LIST () "/" Target
                S: A4 OK done
                CLOSE
                --
                """ + Scenario.signIn("tok-1") + """
                C: A4 SELECT "INBOX"
                S: * 2 EXISTS
                S: * OK [UIDVALIDITY 14] ok
                S: A4 OK done
                C: A5 UID MOVE 1 "Target"
                S: A5 OK done
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            client.inbox().move(List.of(new MessageId("INBOX", 14, 1)), client.folder("Target"));
            server.verify();
        }
    }

    @Test
    void aConnectionWhoseTokenIsAboutToEndIsNotUsedAgain() {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        String script = Scenario.signIn("short") + "C: A4 LOGOUT\n--\n" + Scenario.signIn("long") + EMPTY_INBOX;
        try (ScriptedServer server = ScriptedServer.implicitTls(script)) {
            Scenario.Tokens tokens = new Scenario.Tokens(
                    new AccessToken("short", now.plusSeconds(30)), new AccessToken("long", now.plusSeconds(3600)));
            MailboxAccess access = Scenario.access(server, tokens);
            try (ImapClient client = ImapClient.connect(access, Clock.fixed(now, ZoneOffset.UTC), time -> {})) {
                tokens.replace(new AccessToken("short", now));
                assertEquals(List.of(), client.inbox().latest(1));
                server.verify();
            }
        }
    }

    @Test
    void aFourthCallerWaitsNoLongerThanTheTimeoutsAllow() throws Exception {
        String stuck = Scenario.signIn("tok-1") + "C: A4 EXAMINE \"INBOX\"\nC: never\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(stuck + "--\n" + stuck + "--\n" + stuck)) {
            Timeouts timeouts = new Timeouts(Duration.ofMillis(400), Duration.ofSeconds(2));
            MailboxAccess access = new MailboxAccess(
                    MailAddress.of(Scenario.ADDRESS),
                    new Scenario.Tokens("tok-1"),
                    Scenario.endpoints(server).build(),
                    timeouts);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try (ImapClient client = ImapClient.connect(access)) {
                List<Future<List<MessageHeader>>> calls = IntStream.range(0, 4)
                        .mapToObj(n -> threads.submit(() -> client.inbox().latest(1)))
                        .toList();
                for (Future<List<MessageHeader>> call : calls) {
                    Exception e = assertThrows(Exception.class, () -> call.get(20, TimeUnit.SECONDS));
                    assertTrue(e.getCause() instanceof OutlookException, () -> "not typed: " + e);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void closingEndsACallThatIsUnderWay() throws Exception {
        String stuck = Scenario.signIn("tok-1") + "C: A4 EXAMINE \"INBOX\"\nC: never\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(stuck)) {
            ExecutorService threads = Executors.newSingleThreadExecutor();
            ImapClient client = Scenario.connect(server, "tok-1");
            try {
                Future<List<MessageHeader>> call =
                        threads.submit(() -> client.inbox().latest(1));
                while (!server.received().contains("A4 EXAMINE \"INBOX\"")) {
                    Thread.onSpinWait();
                }
                client.close();
                Exception e = assertThrows(Exception.class, () -> call.get(4, TimeUnit.SECONDS));
                assertTrue(e.getCause() instanceof ConnectionException, () -> "not typed: " + e);
                assertThrows(IllegalStateException.class, () -> client.inbox().latest(1));
            } finally {
                client.close();
                threads.shutdownNow();
            }
        }
    }

    @Test
    void aServerThatFloodsALineIsCutOff() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: * LIST {99999999999}
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            OutlookException e =
                    assertThrows(OutlookException.class, () -> client.inbox().latest(1));
            assertTrue(e.diagnosis().serverText().contains("literal of more than"), e.getMessage());
        }
    }
}
