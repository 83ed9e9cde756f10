package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Folders, flags and moves on the wire, with the oddities that Exchange is known for. */
class OrganisingTest {

    private static final String SELECT = """
            C: A5 SELECT "INBOX"
            S: * 2 EXISTS
            S: * OK [UIDVALIDITY 14] UIDVALIDITY value
            S: * OK [UIDNEXT 4000] The next unique identifier value
            S: A5 OK [READ-WRITE] SELECT completed.
            """;

    private static final String LIST = """
            C: A4 LIST "" "*"
            S: * LIST (\\Marked \\HasNoChildren) "/" INBOX
            S: * LIST (\\HasChildren) "/" Projekte
            S: * LIST (\\HasNoChildren) "/" "Projekte/Br&APw-cke"
            S: * LIST (\\HasNoChildren \\Drafts) "/" Kladder
            S: * LIST (\\HasNoChildren \\Sent) "/" "Sendt post"
            S: * LIST (\\HasNoChildren \\Trash) "/" {13}
            S: Slettet post2
            S: * LIST (\\HasNoChildren) "/" "U&APg-nsket mail"
            S: * LIST (\\HasNoChildren) "/" Arkiv
            S: * LIST (\\HasChildren) "/" Kalender
            S: * LIST (\\HasNoChildren) "/" "Kalender/Fødselsdage"
            S: * LIST (\\Noselect \\HasNoChildren) "/" Public
            S: * LIST (\\HasNoChildren) "/" Ta\tb
            S: A4 OK LIST completed.
            """;

    @Test
    void foldersHaveRolesInAnyLanguageAndNoCalendarsAmongThem() {
        try (ScriptedServer server = ScriptedServer.implicitTls(Scenario.signIn("tok-1") + LIST);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            List<String> folders =
                    client.folders().stream().map(Folder::toString).toList();
            server.verify();
            assertEquals(
                    List.of(
                            "INBOX (INBOX)",
                            "Kladder (DRAFTS)",
                            "Sendt post (SENT)",
                            "Arkiv (ARCHIVE)",
                            "Uønsket mail (JUNK)",
                            "Slettet post2 (TRASH)",
                            "Projekte",
                            "Projekte/Brücke",
                            "Ta\tb"),
                    folders);
            assertEquals("Sendt post", client.folder(FolderRole.SENT).path());
            assertEquals(
                    "Projekte/Brücke", client.folder("Projekte/Bru\u0308cke").path());
            assertEquals(FolderRole.INBOX, client.folder("inbox").role());
            assertEquals("Kalender", client.folder("Kalender").path());
        }
    }

    @Test
    void anUnknownFolderIsAnsweredByTheNearestNames() {
        String again = LIST.replace("A4", "A5") + LIST.replace("A4", "A6");
        try (ScriptedServer server = ScriptedServer.implicitTls(Scenario.signIn("tok-1") + LIST + again);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            client.folders();
            CommandRejectedException e =
                    assertThrows(CommandRejectedException.class, () -> client.folder("Projekte/Bruecke"));
            assertEquals(Reason.FOLDER_NOT_FOUND, e.diagnosis().reason());
            assertTrue(e.diagnosis().advice().contains("Projekte/Brücke"), e.getMessage());
        }
    }

    @Test
    void markingSendsOneSilentStore() {
        String script = Scenario.signIn("tok-1") + SELECT.replace("A5", "A4") + """
                C: A5 UID STORE 7:8,10 +FLAGS.SILENT (\\Seen)
                S: A5 OK STORE completed.
                C: A6 UID STORE 7 -FLAGS.SILENT (\\Flagged)
                S: A6 OK STORE completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            client.inbox().mark(List.of(id(8), id(10), id(7), id(8)), Flag.SEEN, true);
            client.inbox().mark(List.of(id(7)), Flag.FLAGGED, false);
            server.verify();
        }
    }

    @Test
    void longSetsAreCutBelowTheLineLimitOfExchange() {
        StringBuilder script = new StringBuilder(Scenario.signIn("tok-1")).append(SELECT.replace("A5", "A4"));
        script.append("C~ A5 UID STORE [0-9,]{5000,7000} .*\nS: A5 OK done\n");
        script.append("C~ A6 UID STORE [0-9,]{100,7000} .*\nS: A6 OK done\n");
        try (ScriptedServer server = ScriptedServer.implicitTls(script.toString());
                ImapClient client = Scenario.connect(server, "tok-1")) {
            List<MessageId> everyOther = LongStream.range(0, 1_200)
                    .mapToObj(n -> id(100_001 + 2 * n))
                    .toList();
            client.inbox().mark(everyOther, Flag.SEEN, true);
            server.verify();
        }
    }

    @Test
    void moveReadsTheNewIdsWhereverTheServerPutsThem() {
        assertMoves(
                "S: * OK [COPYUID 55 31:32 6:7] moved\nS: * 1 EXPUNGE\nS: A6 OK MOVE completed.\n",
                Map.of(id(31), new MessageId("Arkiv", 55, 6), id(32), new MessageId("Arkiv", 55, 7)));
        assertMoves(
                "S: [COPYUID 55 31 6]\nS: * 1 EXPUNGE\nS: * 0 EXISTS\nS: A6 OK MOVE completed.\n",
                Map.of(id(31), new MessageId("Arkiv", 55, 6)));
        assertMoves(
                "S: A6 OK [COPYUID 55 32,31 8,6] MOVE completed.\n",
                Map.of(id(31), new MessageId("Arkiv", 55, 6), id(32), new MessageId("Arkiv", 55, 8)));
    }

    @Test
    void moveTellsNoNewIdsWhereTheServerTellsNone() {
        assertMoves("S: * OK [COPYUID 55  ] moved\nS: A6 OK MOVE completed.\n", Map.of());
        assertMoves("S: A6 OK MOVE completed.\n", Map.of());
        assertMoves("S: A6 OK [COPYUID 55 1:4000000000 1:4000000000] MOVE completed.\n", Map.of());
        assertMoves("S: A6 OK [COPYUID 55 31:32 6] MOVE completed.\n", Map.of());
    }

    private static void assertMoves(String answer, Map<MessageId, MessageId> expected) {
        String script = Scenario.signIn("tok-1") + LIST + SELECT + "C: A6 UID MOVE 31:32 \"Arkiv\"\n" + answer;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            Folder target = client.folder(FolderRole.ARCHIVE);
            assertEquals(expected, client.inbox().move(List.of(id(31), id(32)), target));
            server.verify();
        }
    }

    @Test
    void withoutMoveTheMessagesAreCopiedAndOnlyTheyAreExpunged() {
        String script = Scenario.signIn("tok-1", "UIDPLUS") + LIST + SELECT + """
                C: A6 UID COPY 31 "Projekte/Br&APw-cke"
                S: A6 OK [COPYUID 55 31 6] COPY completed.
                C: A7 UID STORE 31 +FLAGS.SILENT (\\Deleted)
                S: A7 OK STORE completed.
                C: A8 UID EXPUNGE 31
                S: * 1 EXPUNGE
                S: A8 OK EXPUNGE completed.
                """;
        try (ScriptedServer server = ScriptedServer.implicitTls(script);
                ImapClient client = Scenario.connect(server, "tok-1")) {
            Map<MessageId, MessageId> moved = client.inbox().move(List.of(id(31)), client.folder("Projekte/Brücke"));
            server.verify();
            assertEquals(Map.of(id(31), new MessageId("Projekte/Brücke", 55, 6)), moved);
        }
    }

    private static MessageId id(long uid) {
        return new MessageId("INBOX", 14, uid);
    }
}
