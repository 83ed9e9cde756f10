package dev.outlookmailbox.smtp.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.smtp.ContentSource;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message looks like depends on nothing but the message, the clock and the random numbers. */
class IndependenceTest {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(.*)");
    private static final OutgoingMessage RICH = OutgoingMessage.to(new MailAddress("Jürgen", "用户@example.com"))
            .subject("Grüße")
            .text("Schöne Grüße")
            .html("<p>Schöne Grüße</p>")
            .attach("Übersicht.pdf", "application/pdf", new byte[100]);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isTheSameUnderAnyContextClassLoader(boolean none) {
        String source = ParsedMail.of(RICH).source();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(none ? null : ClassLoader.getPlatformClassLoader());
        try {
            assertEquals(source, composed(RICH));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void namesNeitherThisMachineNorItsUser() throws Exception {
        ParsedMail mail = ParsedMail.of(RICH);
        String source = mail.source();
        assertTrue(mail.header("Message-ID").matches("<[0-9a-f]{32}@contoso\\.com>"), source);
        assertFalse(source.contains(InetAddress.getLocalHost().getHostName()), source);
        assertFalse(source.contains("@localhost"), source);
        assertFalse(source.contains(System.getProperty("user.name")), source);
        List<String> boundaries = BOUNDARY.matcher(source)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertEquals(2, boundaries.size());
        assertTrue(boundaries.stream().allMatch(line -> line.matches("boundary=\"=_[0-9a-f]{32}\"")), source);
    }

    @Test
    void isMeasuredWithoutALookIntoFilesOfKnownLength() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        ContentSource zeros = new ContentSource() {
            @Override
            public InputStream open() {
                opened.incrementAndGet();
                return new ByteArrayInputStream(new byte[1000]);
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(1000);
            }
        };
        MimeContent content = compose(RICH.attach("z.bin", "application/octet-stream", zeros));
        long size = content.size();
        assertEquals(0, opened.get());
        assertEquals(size, content.size());
        content.writeTo(OutputStream.nullOutputStream());
        assertEquals(1, opened.get());
    }

    private static String composed(OutgoingMessage message) {
        return ParsedMail.of(message).source();
    }

    private static MimeContent compose(OutgoingMessage message) {
        return new Composer(Clock.fixed(ParsedMail.NOW, ZoneOffset.UTC), new Random(1))
                .compose(message, MailAddress.of("ann@contoso.com"))
                .content();
    }
}
