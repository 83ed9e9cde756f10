package dev.outlookmailbox.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused when it is handed in, with the fix. */
class RefusalTest {

    private static final OutgoingMessage MESSAGE = OutgoingMessage.to("ada@example.com");

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028b", "a\u001bb"})
    void lineBreaksAndControlCharactersInWhateverBecomesAHeader(String words) {
        refuses("", () -> MESSAGE.subject(words));
        refuses("", () -> MESSAGE.header("X-Ticket", words));
        refuses("", () -> MESSAGE.header(words, "42"));
        refuses("", () -> MESSAGE.attach(words, "text/plain", new byte[0]));
        refuses("", () -> MESSAGE.attach("a.txt", words, new byte[0]));
        refuses("", () -> MESSAGE.attach("a.txt", "text/plain; x=\"" + words + "\"", new byte[0]));
        refuses("", () -> MESSAGE.inline(words, "image/png", new byte[0]));
        refuses("", () -> new InlinePart("logo", "image/png", words, new byte[0]));
        refuses("", () -> MESSAGE.inReplyTo(words));
        refuses("", () -> MESSAGE.references(List.of(words)));
        refuses("", () -> MESSAGE.invitation(words, "BEGIN:VCALENDAR"));
        refuses("", () -> MESSAGE.cc(words + " <ada@example.com>"));
        refuses("", () -> MESSAGE.from(words + "@example.com"));
    }

    @Test
    void headersThatAreWrittenElsewhere() {
        refuses("from(..)", () -> MESSAGE.header("From", "x"));
        refuses("addTo(..)", () -> MESSAGE.header("TO", "x"));
        refuses("bcc(..)", () -> MESSAGE.header("Bcc", "x"));
        refuses("subject(..)", () -> MESSAGE.header("subject", "x"));
        refuses("priority(..)", () -> MESSAGE.header("X-Priority", "1"));
        refuses("leave it out", () -> MESSAGE.header("Message-ID", "<1@x>"));
        refuses("leave it out", () -> MESSAGE.header("Date", "x"));
        refuses("leave it out", () -> MESSAGE.header("MIME-Version", "1.0"));
        refuses("leave it out", () -> MESSAGE.header("Content-Type", "text/plain"));
        refuses("leave it out", () -> MESSAGE.header("DKIM-Signature", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "with:colon", "ünicode"})
    void namesThatAreNoHeaderName(String name) {
        refuses("X-Ticket", () -> MESSAGE.header(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "../../etc/passwd", "/etc/passwd", "c:\\windows\\x.dll", "a/b.txt"})
    void fileNamesThatAreNoneOrHoldAFolder(String name) {
        refuses("report.pdf", () -> MESSAGE.attach(name, "text/plain", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pdf", "text/", "text/plain; charset", "te xt/plain"})
    void whatIsNoContentType(String type) {
        refuses("application/pdf", () -> MESSAGE.attach("a.pdf", type, new byte[0]));
    }

    @Test
    void typesThatMayNotBeEncodedAsFilesAre() {
        refuses(".eml", () -> MESSAGE.attach("a.eml", "message/rfc822", new byte[0]));
        refuses(".eml", () -> MESSAGE.attach("a", "multipart/mixed; boundary=x", new byte[0]));
    }

    @Test
    void filesThatAreNotThere(@TempDir Path directory) throws Exception {
        refuses("no such file", () -> MESSAGE.attach(directory.resolve("missing.pdf")));
        refuses("directory", () -> MESSAGE.attach(directory));
        Path mail = Files.writeString(directory.resolve("saved.eml"), "From: x");
        assertEquals(
                "application/octet-stream",
                MESSAGE.attach(mail).attachments().get(0).contentType());
    }

    @Test
    void aSecondPictureUnderTheSameName() {
        refuses(
                "already",
                () -> MESSAGE.inline("logo", "image/png", new byte[1]).inline("<logo>", "image/png", new byte[2]));
    }

    @Test
    void addressesToWhichNothingCanBeSent() {
        refuses("ada@example.com", () -> OutgoingMessage.to("ada"));
        refuses("", () -> OutgoingMessage.to("ada@example.com, bob@example.com"));
    }

    @Test
    void whatIsNoCalendar() {
        refuses("BEGIN:VCALENDAR", () -> MESSAGE.invitation("REQUEST", "hello"));
    }

    @Test
    void leavesTheMessageAsItWas() {
        OutgoingMessage other = MESSAGE.subject("a").cc("bob@example.com").header("X-A", "1");
        assertEquals("", MESSAGE.subject());
        assertTrue(MESSAGE.cc().isEmpty());
        assertEquals("a", other.subject());
        assertThrows(UnsupportedOperationException.class, () -> other.headers().clear());
        assertThrows(UnsupportedOperationException.class, () -> other.to().clear());
    }

    private static void refuses(String fix, Executable call) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, call);
        Scripts.assertSays(fix, refusal);
    }
}
