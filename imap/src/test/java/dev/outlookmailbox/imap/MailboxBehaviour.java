package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mailbox does, whoever serves it. */
abstract class MailboxBehaviour {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ImapClient client;

    abstract MailboxAccess access();

    /** Puts a message into the inbox of the mailbox. */
    abstract void deliver(String message) throws IOException;

    @BeforeEach
    void connect() {
        client = ImapClient.connect(access());
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void listsTheInboxFirstAndNothingThatIsNoMail() {
        List<Folder> folders = client.folders();
        assertEquals("INBOX", folders.get(0).path());
        assertEquals(FolderRole.INBOX, folders.get(0).role());
        assertTrue(folders.stream().noneMatch(folder -> folder.path().startsWith("Calendar")));
        assertEquals(FolderRole.SENT, client.folder(FolderRole.SENT).role());
    }

    @Test
    void readsAMessageAndLeavesItUnread() throws IOException {
        MessageHeader header = arrived("Content-Type: text/html; charset=utf-8\r\n", "<p>Gr\u00fc\u00dfe</p>");
        Message message = client.inbox().read(header.id());
        assertEquals("Gr\u00fc\u00dfe", message.readableText());
        assertEquals(header.subject(), message.header().subject());
        assertEquals(header.from(), message.header().from());
        assertEquals(header.messageId(), message.header().messageId());
        assertEquals(header.sentAt(), message.header().sentAt());
        assertFalse(refreshed(header).flags().contains(Flag.SEEN));
    }

    @Test
    void marksAndUnmarks() throws IOException {
        MessageHeader header = arrived("", "x");
        client.inbox().mark(List.of(header.id()), Flag.SEEN, true);
        client.inbox().mark(List.of(header.id()), Flag.FLAGGED, true);
        assertTrue(refreshed(header).flags().containsAll(List.of(Flag.SEEN, Flag.FLAGGED)));
        client.inbox().mark(List.of(header.id()), Flag.SEEN, false);
        assertFalse(refreshed(header).flags().contains(Flag.SEEN));
    }

    @Test
    void movesAndTellsTheNewId() throws IOException {
        MessageHeader header = arrived("", "moved");
        Folder trash = client.folder(FolderRole.TRASH);
        Map<MessageId, MessageId> moved = client.inbox().move(List.of(header.id()), trash);
        MessageId now = Objects.requireNonNull(moved.get(header.id()));
        assertEquals(header.subject(), trash.read(now).header().subject());
        assertThrows(CommandRejectedException.class, () -> client.inbox().read(header.id()));
        MessageId again =
                Objects.requireNonNull(trash.move(List.of(now), client.inbox()).get(now));
        assertEquals("moved", client.inbox().read(again).readableText().strip());
    }

    @Test
    void streamsHeadersNewestFirst() throws IOException {
        MessageHeader older = arrived("", "1");
        MessageHeader newer = arrived("", "2");
        try (Stream<MessageHeader> headers = client.inbox().headers(HeaderQuery.all())) {
            assertEquals(
                    List.of(newer.id(), older.id()),
                    headers.limit(2).map(MessageHeader::id).toList());
        }
    }

    @Test
    void savesALargeAttachmentByteForByte(@TempDir Path directory) throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        MessageHeader header = arrived(
                "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
                "--b\r\n\r\nsee there\r\n--b\r\nContent-Type: application/octet-stream; name=\"big.bin\"\r\n"
                        + "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n--b--");
        assertTrue(header.hasAttachments());
        try (Message message = client.inbox().read(header.id())) {
            Attachment attachment = message.attachments().get(0);
            assertEquals(bytes.length, attachment.size());
            assertArrayEquals(bytes, Files.readAllBytes(attachment.saveTo(directory)));
            assertEquals("see there", message.text().orElseThrow().strip());
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        MessageHeader header = arrived("", "shared");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> reads = IntStream.range(0, 40)
                    .mapToObj(n -> (Callable<String>) () ->
                            client.inbox().read(header.id()).readableText().strip())
                    .toList();
            for (Future<String> read : threads.invokeAll(reads)) {
                assertEquals("shared", read.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysWhichFoldersThereAre() {
        CommandRejectedException e = assertThrows(CommandRejectedException.class, () -> client.folder("Inbux"));
        assertEquals(Reason.FOLDER_NOT_FOUND, e.diagnosis().reason());
        assertTrue(e.diagnosis().advice().contains("INBOX"), e.getMessage());
    }

    ImapClient client() {
        return client;
    }

    /** Delivers a message of a subject of its own and waits for it to be there. */
    MessageHeader arrived(String headers, String body) throws IOException {
        String subject = "Gr\u00fc\u00dfe " + UUID.randomUUID();
        String encoded =
                "=?utf-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=";
        deliver("From: Bob <bob@example.com>\r\nTo: " + access().mailbox().address() + "\r\nSubject: " + encoded
                + "\r\nDate: Tue, 24 Nov 2026 10:00:00 +0100\r\nMessage-ID: <" + UUID.randomUUID() + "@example.com>\r\n"
                + headers + "\r\n" + body + "\r\n");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Map<String, MessageHeader> latest = client.inbox().latest(20).stream()
                    .collect(Collectors.toMap(MessageHeader::subject, header -> header, (a, b) -> a));
            MessageHeader found = latest.get(subject);
            if (found != null) {
                return found;
            }
        }
        throw new AssertionError("The message did not arrive within " + PATIENCE);
    }

    private MessageHeader refreshed(MessageHeader header) {
        return client.inbox().latest(50).stream()
                .filter(one -> one.id().equals(header.id()))
                .findFirst()
                .orElseThrow();
    }
}
