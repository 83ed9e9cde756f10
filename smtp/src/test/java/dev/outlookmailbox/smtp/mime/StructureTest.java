package dev.outlookmailbox.smtp.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.smtp.InlinePart;
import dev.outlookmailbox.smtp.Origin;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.Priority;
import dev.outlookmailbox.smtp.Quote;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureTest {

    private static final OutgoingMessage TO_ADA = OutgoingMessage.to("ada@example.com");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final Quote QUOTE = new Quote(
            "> original",
            "<blockquote>original</blockquote>",
            List.of(new InlinePart("old", "image/png", "old.png", PNG)));

    @Test
    void isTheTextAloneWhereThereIsNothingElse() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.subject("Hi").text("one\ntwo\rthree\r\n"));
        assertEquals("text/plain", mail.structure());
        assertEquals("one\r\ntwo\r\nthree\r\n", mail.text(0));
        assertEquals("7bit", mail.header("Content-Transfer-Encoding"));
        assertEquals("1.0", mail.header("MIME-Version"));
        assertEquals(Date.from(ParsedMail.NOW), mail.message().getSentDate());
        assertEquals("Wed, 4 Nov 2026 09:08:07 +0000", mail.header("Date"));
    }

    @Test
    void holdsEverythingWhereMailProgramsLookForIt() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("text")
                .html("<p><img src='cid:logo'></p>")
                .inline("logo", "image/png", PNG)
                .invitation("request", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n")
                .attach("a.pdf", "application/pdf", PNG));
        assertEquals(
                "mixed(alternative(text/plain, related(text/html, image/png), text/calendar), application/pdf)",
                mail.structure());
        assertEquals("<logo>", mail.leaves().get(2).getHeader("Content-ID")[0]);
        assertEquals("inline", mail.leaves().get(2).getDisposition());
        assertArrayEquals(PNG, mail.bytes(2));
        assertTrue(mail.leaves().get(3).getContentType().contains("method=REQUEST"));
        assertEquals("attachment", mail.leaves().get(4).getDisposition());
    }

    @Test
    void namesFilesInBothWays() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("x").attach("Übersicht.pdf", "application/pdf", PNG));
        String part = mail.source().replace("\r\n ", " ");
        assertTrue(part.contains("name=\"=?UTF-8?B?w5xiZXJzaWNodC5wZGY=?=\""), part);
        assertTrue(part.contains("filename*=UTF-8''%C3%9Cbersicht.pdf"), part);
    }

    @Test
    void attachesPicturesThatNoHtmlShows() throws Exception {
        assertEquals(
                "mixed(text/plain, image/png)",
                ParsedMail.of(TO_ADA.text("x").inline("logo", "image/png", PNG)).structure());
    }

    @Test
    void isEmptyTextWhereNothingWasGiven() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA);
        assertEquals("text/plain", mail.structure());
        assertEquals("", mail.text(0));
    }

    @Test
    void streamsFilesOfAnyLength(@TempDir Path directory) throws Exception {
        for (int length : new int[] {0, 1, 56, 57, 58, 57 * 256 - 1, 57 * 256, 57 * 256 + 1, 100_003}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            Path file = Files.write(directory.resolve("f" + length + ".bin"), bytes);
            ParsedMail mail = ParsedMail.of(TO_ADA.text("x")
                    .attach(file)
                    .attach("s.bin", "application/octet-stream", () -> new ByteArrayInputStream(bytes)));
            assertArrayEquals(bytes, mail.bytes(1));
            assertArrayEquals(bytes, mail.bytes(2));
        }
    }

    @Test
    void answersInTextWithTheQuoteBelow() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("Thanks!").quote(new Quote("> original", "", List.of())));
        assertEquals("text/plain", mail.structure());
        assertEquals("Thanks!\r\n\r\n> original", mail.text(0));
    }

    @Test
    void answersInBothWhereTheQuoteHasALookToKeep() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("1 < 2\nThanks!").quote(QUOTE));
        assertEquals("alternative(text/plain, related(text/html, image/png))", mail.structure());
        assertEquals("1 < 2\r\nThanks!\r\n\r\n> original", mail.text(0));
        assertTrue(mail.text(1).contains("1 &lt; 2\r\nThanks!"), mail.text(1));
        assertTrue(mail.text(1).endsWith("<blockquote>original</blockquote>"), mail.text(1));
    }

    @Test
    void putsTheTextOfAPlainQuoteBelowTheHtml() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.html("<p>Thanks!</p>").quote(new Quote("> a < b", "", List.of())));
        assertEquals("text/html", mail.structure());
        assertTrue(mail.text(0).startsWith("<p>Thanks!</p>"), mail.text(0));
        assertTrue(mail.text(0).contains("&gt; a &lt; b"), mail.text(0));
    }

    @Test
    void putsTheQuoteWithItsPicturesBelowTheHtml() throws Exception {
        ParsedMail mail = ParsedMail.of(
                TO_ADA.html("<html><body><p>İİİ Thanks!</p></BODY></html>").quote(QUOTE));
        assertEquals("related(text/html, image/png)", mail.structure());
        assertEquals("<html><body><p>İİİ Thanks!</p><blockquote>original</blockquote></BODY></html>", mail.text(0));
        assertEquals("old.png", mail.leaves().get(1).getFileName());
    }

    @Test
    void putsTheQuoteBelowBoth() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("a").html("<p>b</p>").quote(QUOTE));
        assertEquals("alternative(text/plain, related(text/html, image/png))", mail.structure());
        assertEquals("a\r\n\r\n> original", mail.text(0));
        assertEquals("<p>b</p><blockquote>original</blockquote>", mail.text(1));
    }

    @Test
    void consistsOfTheQuoteWhereThereIsNothingElse() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.quote(QUOTE));
        assertEquals("alternative(text/plain, related(text/html, image/png))", mail.structure());
        assertEquals("> original", mail.text(0));
        assertEquals("<blockquote>original</blockquote>", mail.text(1));
    }

    @Test
    void carriesTheConversationAndTheWishes() throws Exception {
        ParsedMail mail = ParsedMail.of(TO_ADA.text("x")
                .inReplyTo("<3@example.com>")
                .references(List.of("<1@example.com>", "2@example.com", "<with space@x>", "<ünicode@x>"))
                .priority(Priority.HIGH)
                .requestReadReceipt()
                .replyTo("desk@contoso.com")
                .header("X-Ticket", "41")
                .header("x-ticket", "42")
                .origin(new Origin("INBOX/1/2", Origin.Kind.REPLY)));
        assertEquals("<3@example.com>", mail.header("In-Reply-To"));
        assertEquals(
                "<1@example.com> <2@example.com> <3@example.com>",
                mail.header("References").replace("\r\n", ""));
        assertEquals("1", mail.header("X-Priority"));
        assertEquals("high", mail.header("Importance"));
        assertEquals("Ann <ann@contoso.com>", mail.header("Disposition-Notification-To"));
        assertEquals("desk@contoso.com", mail.header("Reply-To"));
        assertEquals("42", mail.header("X-Ticket"));
        assertFalse(mail.source().contains("INBOX/1/2"));
    }

    @Test
    void namesNobodyWhereAllRecipientsAreBlind() throws Exception {
        ParsedMail mail =
                ParsedMail.of(OutgoingMessage.draft().bcc("secret@example.com").text("x"));
        assertEquals("undisclosed-recipients:;", mail.header("To"));
        assertFalse(mail.source().contains("secret"));
    }

    @Test
    void leavesNoLineEndThatCouldPassForTheEndOfTheMessage() throws Exception {
        ParsedMail mail =
                ParsedMail.of(TO_ADA.text("a\n.\nb\r.\rc\r\n.\r\nd\n.\r\ne").html("ü\n.\nMAIL FROM:<x@y>\r.\r"));
        assertFalse(mail.source().replace("\r\n", "").contains("\r"));
        assertFalse(mail.source().replace("\r\n", "").contains("\n"));
        assertEquals("a\r\n.\r\nb\r\n.\r\nc\r\n.\r\nd\r\n.\r\ne", mail.text(0));
    }
}
