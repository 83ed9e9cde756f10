package dev.outlookmailbox.imap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outlookmailbox.imap.content.TempFiles;
import dev.outlookmailbox.imap.wire.FramingException;
import dev.outlookmailbox.imap.wire.Response;
import dev.outlookmailbox.imap.wire.ResponseReader;
import dev.outlookmailbox.imap.wire.UnparsableException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies recorded from Exchange and others, where they are at hand. */
class TranscriptsTest {

    private static final Path DATA = Path.of(System.getProperty("outlook.testdata", "none"), "transcripts");
    private static final Pattern RESPONSE = Pattern.compile("\"response\": \"((?:[^\"\\\\]++|\\\\.)*+)\"");

    @BeforeEach
    void needData() {
        assumeTrue(Files.isDirectory(DATA), "no test data: set -Doutlook.testdata to their folder");
    }

    @Test
    void theBodyStructureOfExchangeThatBrokeOthersDoesNotBreakTheListing() throws IOException {
        List<FetchRow> rows = rows(serverLines("issue__mailkit-919__exchange-bodystructure-nil.txt"));
        assertTrue(!rows.isEmpty());
        for (FetchRow row : rows) {
            assertTrue(row.uid() > 0);
            assertNotNull(row.envelope());
        }
    }

    @Test
    void theSessionOfExchangeOnlineIsReadToItsEnd() throws IOException {
        List<String> seen = new ArrayList<>();
        read(serverLines("issue__mailkit-1446__o365-examine.txt"), response -> {
            response.code("UIDVALIDITY").ifPresent(seen::add);
            if (response.name().equals("EXISTS")) {
                seen.add(response.number() + " messages");
            }
        });
        assertEquals(List.of("6995 messages", "14"), seen);
    }

    @Test
    void theBareCopyUidIsFoundBetweenTheLines() throws IOException {
        CopyUid told = new CopyUid(10);
        read(Files.readAllBytes(DATA.resolve("mailkit__imap-exchange-issue115.txt")), told::accept);
        assertEquals(55, told.uidValidity());
        assertEquals(6L, told.uids().get(31L));
    }

    @Test
    void noRecordedReplyDoesWorseThanToBeDropped() throws IOException {
        int read = 0;
        for (Path file : cases()) {
            for (String line : Files.readAllLines(file)) {
                Matcher response = RESPONSE.matcher(line);
                if (response.find()) {
                    rows((unescape(response.group(1)) + "\r\n").getBytes(StandardCharsets.UTF_8));
                    read++;
                }
            }
        }
        assertTrue(read > 300, "only " + read);
    }

    private static List<FetchRow> rows(byte[] wire) throws IOException {
        List<FetchRow> rows = new ArrayList<>();
        read(wire, response -> {
            switch (response.name()) {
                case "FETCH" -> rows.add(FetchRow.parse(response));
                case "LIST" -> ListFolders.listed(response).path();
                default -> {}
            }
        });
        return rows;
    }

    private static void read(byte[] wire, Consumer<Response> use) throws IOException {
        try (TempFiles files = new TempFiles()) {
            ResponseReader reader = new ResponseReader(new ByteArrayInputStream(wire), files);
            while (true) {
                Response response = reader.read();
                try {
                    use.accept(response);
                } catch (UnparsableException e) {
                    // dropped, as a connection does
                }
            }
        } catch (EOFException | FramingException end) {
            // the end of the recording
        }
    }

    /** What the server sent, of a recording with both sides. */
    private static byte[] serverLines(String file) throws IOException {
        StringBuilder wire = new StringBuilder();
        for (String line : Files.readAllLines(DATA.resolve(file))) {
            if (line.startsWith("S: ")) {
                wire.append(line.substring(3)).append("\r\n");
            }
        }
        return wire.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(DATA)) {
            return files.filter(file -> file.getFileName().toString().startsWith("cases-"))
                    .toList();
        }
    }

    private static String unescape(String json) {
        return json.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
