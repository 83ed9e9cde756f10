package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What listing and reading put on the wire, and what becomes of the answers. */
class ReadingTest {

    private static final String ITEMS =
            "(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER.FIELDS (REFERENCES)])";

    private static final String EXAMINE = """
            C: A4 EXAMINE "INBOX"
            S: * 2 EXISTS
            S: * OK [UIDVALIDITY 14] UIDVALIDITY value
            S: * OK [UIDNEXT 10] The next unique identifier value
            S: A4 OK [READ-ONLY] EXAMINE completed.
            """;

    private static final String ROW = """
            S: * 2 FETCH (UID 9 FLAGS (\\Seen $MDNSent) INTERNALDATE " 9-Jul-2019 13:53:20 +0200" RFC822.SIZE 14801 ENVELOPE ("Tue, 9 Jul 2019 13:53:17 +0200" "=?utf-8?B?R3LDvMOfZQ==?=" (("=?iso-8859-1?Q?J=F6rg?=" NIL "joerg" "example.com")) NIL NIL ((NIL NIL "ann" "contoso.com")(NIL NIL "team" NIL)(NIL NIL "bob" "contoso.com")(NIL NIL NIL NIL)) NIL NIL NIL "<9@example.com>") BODYSTRUCTURE (("text" "plain" NIL NIL NIL "7bit" 5 1 NIL NIL NIL NIL)("application" "pdf" ("name" "a.pdf") NIL NIL "base64" 100 NIL ("attachment" ("filename" "a.pdf")) NIL NIL) "mixed" ("boundary" "x") NIL NIL) BODY[HEADER.FIELDS (REFERENCES)] {29}
            S: References: <1@a>
            S:  <2@a>
            S:
            S: )
            """;

    @Test
    void latestTakesTwoCommandsAndReadingOneMore() throws IOException {
        String script = Scenario.signIn("tok-1") + EXAMINE + "C: A5 FETCH 1:2 " + ITEMS + "\n" + ROW + """
                S: * 1 FETCH (UID 8 ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL) FLAGS () RFC822.SIZE 10)
                S: A5 OK FETCH completed.
                C: A6 UID FETCH 9 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])
                S: * 2 FETCH (UID 9 FLAGS () RFC822.SIZE 6298 BODY[] {33}
                S: Subject: Hi
                S: From: a@b.c
                S:
                S: Hey
                S: )
                S: A6 OK FETCH completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            List<MessageHeader> headers = client.inbox().latest(20);
            assertEquals(
                    List.of(9L, 8L),
                    headers.stream().map(header -> header.id().uid()).toList());
            Message message = client.inbox().read(headers.get(0).id());
            server.verify();
            assertEquals("Hi", message.header().subject());
            assertEquals(Optional.of("Hey\n"), message.text());
            assertEquals(33, message.header().size(), "the real size, not the one the server claims");
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            assertEquals("Subject: Hi\r\nFrom: a@b.c\r\n\r\nHey\r\n", raw.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyFieldOfAHeaderIsDecoded() {
        String script = Scenario.signIn("tok-1") + EXAMINE + "C: A5 FETCH 2:2 " + ITEMS + "\n" + ROW
                + "S: A5 OK FETCH completed.\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            MessageHeader header = client.inbox().latest(1).get(0);
            server.verify();
            assertEquals(new MessageId("INBOX", 14, 9), header.id());
            assertEquals("Grüße", header.subject());
            assertEquals(List.of(new MailAddress("Jörg", "joerg@example.com")), header.from());
            assertEquals(
                    List.of(new MailAddress("", "ann@contoso.com"), new MailAddress("", "bob@contoso.com")),
                    header.to(),
                    "the marks of a group are no addresses");
            assertEquals(Instant.parse("2019-07-09T11:53:17Z"), header.sentAt());
            assertEquals(Instant.parse("2019-07-09T11:53:20Z"), header.receivedAt());
            assertEquals(14_801, header.size());
            assertEquals(Set.of(Flag.SEEN), header.flags());
            assertEquals("<9@example.com>", header.messageId());
            assertEquals(List.of("<1@a>", "<2@a>"), header.references());
            assertTrue(header.hasAttachments());
        }
    }

    @Test
    void oneMalformedResponseCostsNoOther() {
        String script = Scenario.signIn("tok-1") + EXAMINE + "C: A5 FETCH 1:2 " + ITEMS + "\n" + """
                S: * 1 FETCH (UID 8 FLAGS (\\Seen) ENVELOPE (NIL "never closed
                S: Server Unavailable.
                S: + idle
                S: * 2 FETCH (UID 9 BODYSTRUCTURE (("application" "pdf" (NIL NIL NIL NIL) 12 ENVELOPE)) FLAGS () ENVELOPE (NIL "ok" NIL NIL NIL NIL NIL NIL NIL NIL))
                S: * 2 FETCH (FLAGS (\\Seen))
                S: A5 OK FETCH completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            List<MessageHeader> headers = client.inbox().latest(2);
            server.verify();
            assertEquals(
                    List.of("ok", ""),
                    headers.stream().map(MessageHeader::subject).toList());
            assertEquals(Set.of(Flag.SEEN), headers.get(1).flags(), "what could be read of the broken one");
            assertNull(headers.get(0).messageId());
            assertEquals(Instant.EPOCH, headers.get(0).receivedAt());
        }
    }

    @Test
    void messagesThatAreGoneMeanwhileDoNotFailAListing() {
        String script = Scenario.signIn("tok-1") + EXAMINE + "C: A5 FETCH 2:2 " + ITEMS + "\n" + ROW
                + "S: A5 NO Some of the requested messages no longer exist.\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            assertEquals(1, client.inbox().latest(1).size());
        }
    }

    @Test
    void anEmptyFolderIsNotAskedForMessages() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: * 0 EXISTS
                S: A4 OK done
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            assertEquals(List.of(), client.inbox().latest(20));
            server.verify();
        }
    }

    @Test
    void headersAreStreamedNewestFirstAndOnlyAsFarAsTheyAreAskedFor() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: * 150 EXISTS
                S: * OK [UIDVALIDITY 14] ok
                S: * OK [UIDNEXT 151] ok
                S: A4 OK done
                C: A5 UID SEARCH ALL
                S: * SEARCH %s
                S: A5 OK done
                C: A6 UID FETCH 51:150 %s
                S: * 149 FETCH (UID 149 ENVELOPE (NIL "b" NIL NIL NIL NIL NIL NIL NIL NIL))
                S: * 150 FETCH (UID 150 ENVELOPE (NIL "a" NIL NIL NIL NIL NIL NIL NIL NIL))
                S: A6 OK done
                """.formatted(numbers(150), ITEMS);
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1");
                Stream<MessageHeader> headers = client.inbox().headers(HeaderQuery.all())) {
            assertEquals(
                    List.of("a", "b"),
                    headers.limit(2).map(MessageHeader::subject).toList());
            server.verify();
        }
    }

    @Test
    void aStreamStopsWhenTheFolderIsRebuilt() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: * 101 EXISTS
                S: * OK [UIDVALIDITY 14] ok
                S: * OK [UIDNEXT 151] ok
                S: A4 OK done
                C: A5 UID SEARCH ALL
                S: * SEARCH %s
                S: A5 OK done
                C: A6 UID FETCH 2:101 %s
                S: * 101 FETCH (UID 101 ENVELOPE (NIL "a" NIL NIL NIL NIL NIL NIL NIL NIL))
                S: A6 OK done
                C: A7 EXAMINE "INBOX"
                S: * 0 EXISTS
                S: * OK [UIDVALIDITY 15] ok
                S: * OK [UIDNEXT 200] ok
                S: A7 OK done
                """.formatted(numbers(101), ITEMS);
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1");
                Stream<MessageHeader> headers = client.inbox().headers(HeaderQuery.all())) {
            var all = headers.iterator();
            assertEquals("a", all.next().subject());
            assertEquals(List.of(), client.inbox().latest(1));
            CommandRejectedException e = assertThrows(CommandRejectedException.class, all::hasNext);
            assertTrue(e.diagnosis().advice().contains("rebuilt"), e.getMessage());
            server.verify();
        }
    }

    @Test
    void anIdFromBeforeARebuildIsRefusedAndTheSessionLivesOn() {
        String script = Scenario.signIn("tok-1") + EXAMINE + "C: A5 FETCH 2:2 " + ITEMS + "\nS: A5 OK done\n";
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            MessageId old = new MessageId("INBOX", 13, 9);
            CommandRejectedException e = assertThrows(
                    CommandRejectedException.class, () -> client.inbox().read(old));
            assertTrue(e.diagnosis().advice().contains("was rebuilt"), e.getMessage());
            assertEquals(List.of(), client.inbox().latest(1));
            server.verify();
        }
    }

    @Test
    void aMessageThatCameLaterIsReadOnAFreshViewOfTheFolder() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: * 3 EXISTS
                S: * OK [UIDVALIDITY 14] ok
                S: * OK [UIDNEXT 22589] ok
                S: A4 OK done
                C: A5 UID FETCH 22588 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])
                S: * 3 FETCH (UID 22588 BODY[] "")
                S: A5 OK FETCH completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            assertEquals(
                    "(This message is empty.)",
                    client.inbox().read(new MessageId("INBOX", 14, 22_588)).readableText());
            server.verify();
        }
    }

    @Test
    void aMessageThatIsNotThereIsSaidToBeGone() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 UID FETCH 9 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[])
                S: A4 OK FETCH completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            CommandRejectedException e = assertThrows(
                    CommandRejectedException.class, () -> client.inbox().read(new MessageId("INBOX", 14, 9)));
            assertTrue(e.diagnosis().advice().contains("moved or deleted"), e.getMessage());
            server.verify();
        }
    }

    @Test
    void aThrottledCommandNamesTheTimeToWaitAndTheSessionLivesOn() {
        String script = Scenario.signIn("tok-1") + """
                C: A4 EXAMINE "INBOX"
                S: A4 BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds
                C: A5 EXAMINE "INBOX"
                S: * 0 EXISTS
                S: A5 OK done
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            ThrottledException e =
                    assertThrows(ThrottledException.class, () -> client.inbox().latest(1));
            assertEquals(Duration.ofMillis(299_961), e.retryAfter());
            assertEquals(List.of(), client.inbox().latest(1));
            server.verify();
        }
    }

    @Test
    void nonsenseIsRefusedBeforeAnythingIsSent() {
        try (ScriptedServer server = ScriptedServer.implicitTls(Scenario.signIn("tok-1"));
                ImapClient client = Scenario.connect(server, "tok-1")) {
            Folder inbox = client.inbox();
            assertThrows(IllegalArgumentException.class, () -> inbox.latest(0));
            assertThrows(IllegalArgumentException.class, () -> inbox.read(new MessageId("Sent", 1, 1)));
            assertThrows(IllegalArgumentException.class, () -> inbox.move(List.of(), inbox));
            assertThrows(IllegalArgumentException.class, () -> client.folder(" "));
            assertThrows(IllegalArgumentException.class, () -> client.folder(FolderRole.NONE));
            inbox.mark(List.of(), Flag.SEEN, true);
            server.verify();
            assertFalse(server.received().stream().anyMatch(line -> line.startsWith("A4")));
        }
    }

    private static String numbers(int last) {
        StringBuilder numbers = new StringBuilder();
        for (int i = 1; i <= last; i++) {
            numbers.append(i == 1 ? "" : " ").append(i);
        }
        return numbers.toString();
    }
}
