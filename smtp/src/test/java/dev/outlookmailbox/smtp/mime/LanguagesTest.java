package dev.outlookmailbox.smtp.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.OutgoingMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subject, names, texts and file names come out of another program's parser as they went in. */
class LanguagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello",
                "Grüße aus Köln",
                "Zażółć gęślą jaźń",
                "Ελληνικά",
                "Привет, мир",
                "שלום עולם",
                "مرحبا بالعالم",
                "नमस्ते दुनिया",
                "你好，世界",
                "こんにちは世界",
                "안녕하세요",
                "สวัสดีชาวโลก",
                "Tiếng Việt có dấu",
                "👩‍👩‍👧‍👦 family 🏳️‍🌈 flag",
                "mixed עברית and English والعربية",
                "e\u0301 combining a\u030a",
                "looks =?UTF-8?Q?encoded?= but is not",
                "quoted \"inner\" and back\\slash",
                "commas, semicolons; colons: <angles> (brackets) @at",
                "two  spaces   and three",
                " leading and trailing ",
                "100% = sure?",
                "𝒜𝓃𝓃𝒶",
            })
    void survive(String words) throws Exception {
        assertSurvives(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "word ", "ü", "漢", "👍", "Grüße ", "שלום "})
    void surviveAtGreatLength(String words) throws Exception {
        assertSurvives(words.repeat(240 / words.length()).strip());
    }

    @Test
    void halfACharacterBecomesTheSignForThat() throws Exception {
        assertEquals("a\uFFFDb", ParsedMail.of(to().subject("a\uD83Db")).subject());
    }

    @Test
    void namesOfAThousandRecipientsSurvive() throws Exception {
        MailAddress[] many = new MailAddress[1000];
        for (int n = 0; n < many.length; n++) {
            many[n] = new MailAddress("Empfänger, Nr. " + n, "r" + n + "@example.com");
        }
        ParsedMail mail = ParsedMail.of(OutgoingMessage.to(many).text("x"));
        assertEquals(List.of(many), mail.to());
        assertShortAsciiLines(mail);
    }

    private static void assertSurvives(String words) throws Exception {
        MailAddress recipient = new MailAddress(words, "ada@example.com");
        String fileName = words.strip().replace('/', '-').replace('\\', '-') + ".txt";
        String paragraphs = words + "\r\n.\r\n" + words + " \r\n\tFrom here\r\n" + words.repeat(20) + "\r\n";
        ParsedMail mail = ParsedMail.of(OutgoingMessage.to(recipient)
                .subject(words)
                .text(paragraphs)
                .html("<p>" + paragraphs + "</p>")
                .header("X-Words", words)
                .attach(fileName, "text/plain", words.getBytes(StandardCharsets.UTF_8)));

        assertEquals(words.strip(), mail.subject().strip());
        assertEquals(List.of(recipient), mail.to());
        assertEquals(
                words.strip(),
                MimeUtility.decodeText(MimeUtility.unfold(mail.header("X-Words")))
                        .strip());
        assertEquals(paragraphs, mail.text(0));
        assertEquals("<p>" + paragraphs + "</p>", mail.text(1));
        assertEquals(fileName, mail.leaves().get(2).getFileName());
        assertArrayEquals(words.getBytes(StandardCharsets.UTF_8), mail.bytes(2));
        assertShortAsciiLines(mail);
    }

    private static void assertShortAsciiLines(ParsedMail mail) {
        assertTrue(mail.source().chars().allMatch(c -> c == '\r' || c == '\n' || c == '\t' || (c >= ' ' && c < 127)));
        assertTrue(mail.lines().stream().allMatch(line -> line.length() <= 300), "a line is too long");
        assertTrue(mail.source().replace("\r\n", "").chars().noneMatch(c -> c == '\r' || c == '\n'), "a bare line end");
    }

    private static OutgoingMessage to() {
        return OutgoingMessage.to("ada@example.com").text("x");
    }
}
