package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outlookmailbox.imap.content.MemoryContent;
import dev.outlookmailbox.imap.mime.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hundreds of hard messages from other projects' tests, where they are at hand. */
class CorpusTest {

    private static final Path DATA = Path.of(System.getProperty("outlook.testdata", "none"));
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    @BeforeEach
    void needData() {
        assumeTrue(Files.isDirectory(DATA.resolve("mime")), "no test data: set -Doutlook.testdata to their folder");
    }

    @Test
    void everyMessageIsReadWithoutAnException() throws IOException {
        List<Path> files = messages();
        assertTrue(files.size() > 500, () -> "only " + files.size());
        for (Path file : files) {
            try {
                readWholly(file);
            } catch (RuntimeException e) {
                throw new AssertionError("Reading " + file.getFileName() + " failed", e);
            }
        }
    }

    @Test
    void subjectsAgreeWithThoseOfAnotherParser() throws IOException {
        int compared = 0;
        List<String> different = new ArrayList<>();
        for (Path file : messages()) {
            Path expected = Path.of(file.toString().replaceAll("\\.[a-z]+$", ".mailcore.json"));
            if (Files.exists(expected)) {
                Matcher subject = SUBJECT.matcher(Files.readString(expected));
                String theirs = subject.find() ? unescape(subject.group(1)) : "";
                String ours = MimeMessage.parse(new MemoryContent(Files.readAllBytes(file)))
                        .subject();
                compared++;
                if (!ours.replaceAll("\\s+", " ").equals(theirs.strip().replaceAll("\\s+", " "))) {
                    different.add(file.getFileName() + ": '" + ours + "' but theirs '" + theirs + "'");
                }
            }
        }
        assertTrue(compared > 50, "nothing was compared");
        assertTrue(different.size() * 20 <= compared, () -> String.join("\n", different));
    }

    private static void readWholly(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        MimeMessage mime = MimeMessage.parse(new MemoryContent(raw));
        MessageHeader header = new MessageHeader(
                new MessageId("INBOX", 1, 1),
                mime.subject(),
                mime.addresses("From"),
                mime.addresses("To"),
                mime.addresses("Cc"),
                mime.replyTo(),
                mime.sentAt(),
                Instant.EPOCH,
                mime.size(),
                Set.of(),
                mime.messageId(),
                mime.references(),
                mime.hasAttachments());
        Message message = new Message(header, mime);
        assertNotNull(message.readableText());
        assertNotNull(message.safeHtml());
        assertTrue(message.preview(100).length() <= 100);
        for (Attachment attachment : message.attachments()) {
            assertTrue(!attachment.name().isEmpty());
            try (InputStream in = attachment.openStream()) {
                assertEquals(attachment.size(), in.readAllBytes().length);
            }
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        message.writeTo(copy);
        assertEquals(raw.length, copy.size());
    }

    private static List<Path> messages() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("mime", "ndr")) {
            try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(eml|msg|txt|mbox)"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static String unescape(String json) {
        String text = Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(json)
                .replaceAll(hex -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\/", "/")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
