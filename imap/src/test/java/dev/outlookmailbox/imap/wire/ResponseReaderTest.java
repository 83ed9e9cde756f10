package dev.outlookmailbox.imap.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.imap.content.Content;
import dev.outlookmailbox.imap.content.TempFiles;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    private final TempFiles files = new TempFiles();

    @AfterEach
    void removeFiles() {
        files.close();
    }

    @Test
    void cutsResponsesByLinesAndLiterals() throws IOException {
        ResponseReader reader =
                reader("* OK hi {5}\r\n* 3 FETCH (A {6}\r\na\r\n)b\"B {0}\r\n \"c\\\"d\")\r\nA1 NO [X 1] no\n+ go\r\n");
        assertEquals("hi {5}", reader.read().text());
        Response fetch = reader.read();
        assertEquals(3, fetch.number());
        assertEquals("FETCH", fetch.name());
        Tokens tokens = fetch.tokens();
        tokens.expect('(');
        assertEquals("A", tokens.atom());
        assertEquals("a\r\n)b\"", tokens.nstring());
        assertEquals("B", tokens.atom());
        assertEquals("", tokens.nstring());
        assertEquals("c\"d", tokens.nstring());
        tokens.expect(')');
        Response no = reader.read();
        assertEquals(Response.Status.NO, no.status());
        assertEquals(Optional.of("1"), no.code("x"));
        assertEquals("go", reader.read().text());
        assertThrows(EOFException.class, reader::read);
    }

    @Test
    void spoolsLargeLiteralsToAFileThatGoesWithItsOwner() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        InputStream wire = new SequenceInputStream(
                new SequenceInputStream(bytes("* 1 FETCH (BODY[] {3000000}\r\n"), new ByteArrayInputStream(large)),
                bytes(" UID 7)\r\n"));
        Tokens tokens = new ResponseReader(wire, files).read().tokens();
        tokens.expect('(');
        assertEquals("BODY[]", tokens.atom());
        try (Content content = tokens.ncontent()) {
            assertNotNull(content);
            assertEquals(3_000_000, content.length());
            assertArrayEquals(large, content.stream(0, content.length()).readAllBytes());
            assertEquals("UID", tokens.atom());
            assertEquals(7, tokens.number());
            files.close();
            assertThrows(IOException.class, () -> content.bytes(0, 10));
        }
    }

    @Test
    void refusesWhatNobodyCanHold() {
        assertThrows(
                FramingException.class,
                () -> reader("* 1 FETCH {2000000000}\r\n").read());
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThrows(FramingException.class, () -> new ResponseReader(endless, files).read());
    }

    @Test
    void aStrayLineIsNoTaggedOne() throws IOException {
        Response stray = reader("[COPYUID 55 31 6]\r\n").read();
        assertEquals(Response.Kind.STRAY, stray.kind());
        assertEquals(Optional.of("55 31 6"), stray.code("COPYUID"));
        assertEquals(Response.Kind.STRAY, reader("\r\n").read().kind());
        assertEquals(
                Response.Kind.STRAY, reader("Server Unavailable.\r\n").read().kind());
    }

    @Test
    void tokensNeverReadBeyondTheResponse() throws IOException {
        for (String nonsense : List.of("(", "\"a", "{5", "{9}", "(((", "\\", "\"\\", "BODY[")) {
            Tokens tokens = reader("* X " + nonsense + "\r\n* Y secret of the next one\r\n")
                    .read()
                    .tokens();
            assertThrows(UnparsableException.class, () -> {
                while (true) {
                    tokens.skipValue();
                }
            });
        }
        assertNull(reader("* X nil\r\n").read().tokens().nstring());
    }

    private ResponseReader reader(String wire) {
        return new ResponseReader(bytes(wire), files);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
