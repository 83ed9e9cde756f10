package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.imap.content.MemoryContent;
import dev.outlookmailbox.imap.mime.MimeMessage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageTest {

    private static final String MIXED = """
            From: a@b.c
            Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            preamble, which nobody reads
            --outer
            Content-Type: multipart/related; boundary=outer-inner

            --outer-inner
            Content-Type: multipart/alternative; boundary="alt"

            --alt
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe =
            aus Z=FCrich
            --alt
            Content-Type: text/html; charset=utf-8

            <p>Hallo <b>Welt</b></p><img src="cid:logo@x"><img src="https://spy.example/p.gif"><script>alert(1)</script>
            --alt--
            --outer-inner
            Content-Type: image/png; name=logo.png
            Content-ID: <logo@x>
            Content-Transfer-Encoding: base64

            iVBORw0K
            --outer-inner--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''%e2%82%ac%20rech; filename*1="nung.pdf"
            Content-Transfer-Encoding: base64

            aGVs
            bG8=
            --outer
            Content-Type: message/rfc822

            Subject: Inner
            Content-Type: multipart/mixed; boundary=deep

            --deep

            not a part of the outer message
            --deep--
            --outer--
            epilogue
            """;

    @Test
    void findsTextHtmlPicturesAndFiles() throws IOException {
        Message message = message(MIXED);
        assertEquals(Optional.of("Grüße aus Zürich"), message.text());
        assertTrue(message.html().orElseThrow().startsWith("<p>Hallo"));
        List<String> files = message.attachments().stream()
                .map(file -> file.name() + " " + file.contentType() + " " + file.size() + " " + file.inline() + " "
                        + file.contentId().orElse("-"))
                .toList();
        assertEquals(
                List.of(
                        "logo.png image/png 6 true logo@x",
                        "€ rechnung.pdf application/pdf 5 false -",
                        "Inner.eml message/rfc822 115 false -"),
                files);
        try (var in = message.attachments().get(1).openStream()) {
            assertArrayEquals("hello".getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
        }
    }

    @Test
    void savesUnderASafeNameAndNeverOverAnother(@TempDir Path directory) throws IOException {
        Message message = message("""
                Content-Type: application/octet-stream; name="../../evil.sh"
                Content-Disposition: attachment

                rm -rf /""");
        Path first = message.attachments().get(0).saveTo(directory);
        Path second = message.attachments().get(0).saveTo(directory);
        assertEquals(directory.resolve("evil.sh"), first);
        assertEquals(directory.resolve("evil (2).sh"), second);
        assertEquals("rm -rf /", Files.readString(second));
        assertEquals("../../evil.sh", message.attachments().get(0).name());
    }

    @Test
    void sanitisesHtml() {
        String safe = message(MIXED).safeHtml();
        assertTrue(safe.contains("<b>Welt</b>"), safe);
        assertTrue(safe.contains("cid:logo@x"), safe);
        assertFalse(safe.contains("spy.example"), safe);
        assertFalse(safe.contains("script"), safe);
        assertTrue(message(MIXED).safeHtml(RemoteImages.SHOW).contains("spy.example"));
        String hostile = html("<a href='javascript:x()' onclick='y()'>c</a><iframe src='//e'></iframe>"
                        + "<div style='background:url(http://e)'>d</div><svg onload=z()>")
                .safeHtml();
        for (String evil : List.of("javascript", "onclick", "iframe", "style", "svg", "onload")) {
            assertFalse(hostile.contains(evil), hostile);
        }
    }

    @Test
    void alwaysHasSomethingToRead() {
        assertEquals("Grüße aus Zürich", message(MIXED).readableText());
        String html =
                "<html><head><title>t</title><style>p{}</style></head><body><p>Dear Ann,<br>see&nbsp;<a href='https://x.example/1'>this</a>"
                        + "</p><ul><li>one</li><li>two</li></ul><pre>  a\n  b</pre><table><tr><td>1</td><td>2</td></tr></table></body></html>";
        assertEquals(
                "Dear Ann,\nsee this <https://x.example/1>\n\n- one\n- two\n\n  a\n  b\n\n1 2",
                html(html).readableText());
        assertEquals(
                "(This message has no text. Attached: a.pdf)",
                message("Content-Type: application/pdf; name=a.pdf\n\nx").readableText());
        assertEquals(
                "(This message is empty.)",
                message("Content-Type: multipart/mixed; boundary=b\n\n--b--\n").readableText());
        assertEquals("&lt;b&gt; &amp;<br>\nx", message("Subject: s\n\n<b> &\nx").safeHtml());
    }

    @Test
    void previewsOnOneLineWithoutHalfCharacters() {
        assertEquals("Grüße aus", message(MIXED).preview(10));
        assertEquals("a", message("Subject: s\n\na\ud83d\ude00b").preview(2));
        assertEquals("a\ud83d\ude00", message("Subject: s\n\na\ud83d\ude00b").preview(3));
    }

    @Test
    void readsCharsetsByTheirWrongNames() {
        assertEquals(
                "€ “hi”", bytes("iso-8859-1", "windows-1252", "€ “hi”").text().orElseThrow());
        assertEquals("你好镕", bytes("gb2312", "GB18030", "你好镕").text().orElseThrow());
        assertEquals("Grüße", bytes("us-ascii", "UTF-8", "Grüße").text().orElseThrow());
        assertEquals("Grüße", bytes("us-ascii", "windows-1252", "Grüße").text().orElseThrow());
        assertEquals("Grüße", bytes("klingon", "UTF-8", "Grüße").text().orElseThrow());
        assertEquals("日本", bytes("iso-2022-jp", "ISO-2022-JP", "日本").text().orElseThrow());
    }

    @Test
    void readsRawEightBitHeadersInTheCharsetOfTheBody() {
        byte[] raw = "Subject: Привет\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\nx"
                .getBytes(Charset.forName("windows-1251"));
        assertEquals("Привет", MimeMessage.parse(new MemoryContent(raw)).subject());
        byte[] utf8 = "Subject: Привет\r\n\r\nx".getBytes(StandardCharsets.UTF_8);
        assertEquals("Привет", MimeMessage.parse(new MemoryContent(utf8)).subject());
    }

    @Test
    void readsMessagesThatBreakTheRules() {
        assertEquals(
                Optional.of("no header at all"), message("no header at all").text());
        assertEquals(
                Optional.of("body"),
                message("From ann Mon Jan 1\nSubject: x\n\nbody").text());
        assertEquals(
                Optional.of("x\n"),
                message("Content-Type: multipart/mixed\n\nx\n").text());
        assertEquals(
                Optional.of("cut o"),
                message("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ncut o")
                        .text());
        assertEquals(
                Optional.of("b"),
                message("Content-Transfer-Encoding: base64\n\nYg").text());
        assertEquals(
                Optional.of("a=\n=ZZ"),
                message("Content-Transfer-Encoding: quoted-printable\n\na=3D\n=ZZ")
                        .text());
        assertEquals("", message("").header().subject());
    }

    @Test
    void survivesNestingAndHeaderBombs() {
        StringBuilder bomb = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            bomb.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertEquals(
                1, MimeMessage.parse(content(bomb.toString())).text().stream().count());
        String header = "X: " + "y".repeat(3_000_000) + "\n\nbody";
        assertEquals(Optional.of("body"), message(header).text());
        String parts = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(30_000);
        assertTrue(message(parts).text().orElseThrow().length() < 60_000);
    }

    private static Message html(String html) {
        return message("Content-Type: text/html; charset=utf-8\n\n" + html);
    }

    private static Message bytes(String label, String charset, String text) {
        byte[] head = ("Content-Type: text/plain; charset=" + label + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return of(new MemoryContent(all));
    }

    private static Message message(String text) {
        return of(content(text));
    }

    private static MemoryContent content(String text) {
        return new MemoryContent(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Message of(MemoryContent content) {
        MimeMessage mime = MimeMessage.parse(content);
        MessageHeader header = new MessageHeader(
                new MessageId("INBOX", 1, 1),
                mime.subject(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                mime.size(),
                Set.of(),
                null,
                List.of(),
                mime.hasAttachments());
        return new Message(header, mime);
    }
}
