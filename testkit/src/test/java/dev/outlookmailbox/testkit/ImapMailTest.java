package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OutlookTest
@Timeout(30)
class ImapMailTest {

    private static final String MAIL = "From: bob@example.com\nTo: ann@contoso.com\nSubject: Hi\n\nHello\n";

    @Test
    void listsExchangesFoldersWithTheirMarksUnasked(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        ann.createFolder("Projects/Alpha");
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            String list = imap.send("A1 LIST \"\" *").until("A1 OK");
            assertTrue(list.startsWith("* LIST (\\HasNoChildren) \"/\" INBOX\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent Items\"\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren \\Drafts) \"/\" Drafts\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren \\Trash) \"/\" \"Deleted Items\"\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren \\Junk) \"/\" \"Junk Email\"\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren) \"/\" Archive\n"), list);
            assertTrue(list.contains("* LIST (\\HasChildren) \"/\" Projects\n"), list);
            assertTrue(list.contains("* LIST (\\HasNoChildren) \"/\" Projects/Alpha\n"), list);
            String top = imap.send("A2 LIST \"\" %").until("A2 OK");
            assertFalse(top.contains("Alpha"), top);
            String one = imap.send("A3 LIST \"\" \"%/Al%a\"").until("A3 OK");
            assertEquals("* LIST (\\HasNoChildren) \"/\" Projects/Alpha\nA3 OK LIST completed.\n", one);
            imap.send("A4 LIST (SPECIAL-USE) \"\" *").until("A4 BAD");
            imap.send("A5 LIST \"\" \"\"").until("* LIST (\\Noselect \\HasChildren) \"/\" \"\"");
        }
    }

    @Test
    void keepsFolderNamesWithUmlautsDotsHashesAndAmpersands(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 CREATE \"Entw&APw-rfe/v1.2 R&-D #7\"").until("A1 OK");
            imap.send("A2 CREATE {5+}\r\n#tags").until("A2 OK");
            assertTrue(
                    ann.folders().containsAll(List.of("Entwürfe", "Entwürfe/v1.2 R&D #7", "#tags")),
                    "" + ann.folders());
            imap.send("A3 LIST \"\" Entw*").until("* LIST (\\HasNoChildren) \"/\" \"Entw&APw-rfe/v1.2 R&-D #7\"");
            ann.deliverTo("Entwürfe/v1.2 R&D #7", MAIL);
            imap.send("A4 SELECT \"Entw&APw-rfe/v1.2 R&-D #7\"").until("* 1 EXISTS");
            imap.until("A4 OK");
            imap.send("A5 UID COPY 1 \"#tags\"").until("A5 OK");
            assertEquals("Hi", ann.messages("#tags").get(0).subject());
            imap.send("A6 STATUS \"Entw&APw-rfe/v1.2 R&-D #7\" (MESSAGES UNSEEN)")
                    .until("* STATUS \"Entw&APw-rfe/v1.2 R&-D #7\" (MESSAGES 1 UNSEEN 1)");
        }
    }

    @Test
    void renamesAFolderWithAllThatIsBelowIt(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        ann.createFolder("A/B/C");
        ann.deliverTo("A/B/C", MAIL);
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 RENAME A/B Z/B").until("A1 OK");
            imap.send("A2 RENAME A/B Q").until("A2 NO A/B doesn't exist.");
            imap.send("A3 RENAME Z Drafts").until("A3 NO Mailbox already exists.");
            imap.send("A4 DELETE A").until("A4 OK");
        }
        assertEquals(1, ann.messages("Z/B/C").size());
        assertFalse(ann.folders().contains("A"));
    }

    @Test
    void answersWhatGreenMailDoesNotKnow(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 ID NIL").until("* ID (\"name\" \"Microsoft.Exchange.Imap4.Imap4Server\"");
            imap.until("A1 OK");
            imap.send("A2 NAMESPACE").until("* NAMESPACE ((\"\" \"/\")) NIL NIL");
            imap.until("A2 OK");
            imap.send("A3 UNSELECT").until("A3 BAD");
            imap.send("A4 SELECT INBOX").until("A4 OK");
            imap.send("A5 UNSELECT").until("A5 OK");
            imap.send("A6 SORT (DATE) UTF-8 ALL").until("A6 BAD");
            imap.send("A7 GETQUOTAROOT INBOX").until("A7 BAD");
            imap.send("A8 ENABLE CONDSTORE").until("A8 BAD");
            imap.send("A9 CREATE INBOX").until("A9 NO Mailbox already exists.");
            imap.send("B1 SELECT Nowhere").until("B1 NO Nowhere doesn't exist.");
            imap.send("B2 LOGOUT").until("* BYE ");
            imap.until("B2 OK");
        }
    }

    @Test
    void takesLiteralsInBothForms(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        String message = "Subject: appended\r\n\r\nline {7}\r\n";
        String size = String.valueOf(message.length());
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 APPEND {6}").until("+ ");
            imap.send("Drafts (\\Draft \\Seen $Custom) \" 1-Feb-2026 12:30:00 +0100\" {" + size + "}")
                    .until("+ ");
            String answer = imap.send(message).until("A1 ");
            assertTrue(answer.matches("A1 OK \\[APPENDUID \\d+ 1] APPEND completed\\.\n"), answer);
            imap.raw("A2 APPEND Drafts {" + size + "+}\r\n" + message + "\r\n").until("A2 OK");
            imap.send("A3 SELECT Drafts").until("A3 OK");
            String fetched =
                    imap.send("A4 UID FETCH 1 (FLAGS INTERNALDATE BODY.PEEK[])").until("A4 OK");
            assertTrue(fetched.contains("01-Feb-2026 11:30:00 +0000"), fetched);
            assertTrue(fetched.contains("line {7}"), fetched);
            assertTrue(fetched.contains("\\Draft") && fetched.contains("\\Seen"), fetched);
            assertFalse(fetched.contains("$Custom"), fetched);
            imap.send("A5 UID SEARCH CHARSET UTF-8 SUBJECT {8}").until("+ ");
            imap.send("appended").until("* SEARCH 1 2");
            imap.until("A5 OK");
            imap.send("A6 APPEND Nowhere {3+}\r\nabc").until("A6 NO Nowhere doesn't exist.");
        }
    }

    @Test
    void keepsNoKeywords(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        ann.deliver(MAIL);
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            String select = imap.send("A1 SELECT INBOX").until("A1 OK");
            assertTrue(
                    select.contains("[PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)]"),
                    select);
            assertTrue(select.contains("* 0 RECENT\n"), select);
            String stored =
                    imap.send("A2 UID STORE 1 +FLAGS (\\Seen $Forwarded)").until("A2 OK");
            assertTrue(stored.toUpperCase(java.util.Locale.ROOT).contains("\\SEEN"), stored);
            assertFalse(stored.contains("$Forwarded"), stored);
            imap.send("A3 UID STORE 1 +FLAGS.SILENT \\Flagged").until("A3 OK");
            assertTrue(ann.inbox().get(0).read());
        }
    }

    @Test
    void movesWithCopyUid(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        ann.deliver(MAIL);
        ann.deliver(MAIL);
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 SELECT INBOX").until("A1 OK");
            String moved = imap.send("A2 UID MOVE 2 \"Deleted Items\"").until("A2 OK");
            assertTrue(moved.matches("(?s)\\* OK \\[COPYUID \\d+ 2 1].*\\* 2 EXPUNGE\n.*"), moved);
            imap.send("A3 UID MOVE 1 Nowhere").until("A3 NO Nowhere doesn't exist.");
        }
        assertEquals(1, ann.inbox().size());
        assertEquals(1, ann.messages("Deleted Items").size());
    }

    @Test
    void pushesNewsToIdleClientsInOrder(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient idle = new MailClient(fake).imap(ann);
                TlsClient other = new MailClient(fake).imap(ann)) {
            idle.send("A1 SELECT INBOX").until("A1 OK");
            idle.send("A2 IDLE").until("+ ");
            ann.deliver(MAIL);
            assertEquals("* 1 EXISTS", idle.line());
            ann.deliver(MAIL);
            assertEquals("* 2 EXISTS", idle.line());
            other.send("B1 SELECT INBOX").until("B1 OK");
            other.send("B2 UID STORE 1 +FLAGS (\\Seen)").until("B2 OK");
            assertTrue(String.valueOf(idle.line()).startsWith("* 1 FETCH (FLAGS (\\S"));
            other.send("B3 UID MOVE 1 Archive").until("B3 OK");
            assertEquals("* 1 EXPUNGE", idle.line());
            assertEquals("A2 OK IDLE completed.", idle.send("DONE").line());
            assertEquals("A3 OK NOOP completed.", idle.send("A3 NOOP").line());
        }
    }
}
