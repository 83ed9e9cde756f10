package dev.outlookmailbox.smtp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReplyReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Socket server;
    private Socket client;
    private ReplyReader reader;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket(listener.getInetAddress(), listener.getLocalPort());
            server = listener.accept();
        }
        reader = new ReplyReader(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void readsRepliesOfOneLineOfSeveralAndWithoutText() throws IOException {
        serverSays("220 ready\r\n250-host\r\n250-SIZE 1000\r\n250 \r\n354\r\n");
        assertEquals(new Reply(220, List.of("ready")), reader.read(PATIENCE));
        assertEquals(new Reply(250, List.of("host", "SIZE 1000", "")), reader.read(PATIENCE));
        assertEquals(new Reply(354, List.of("")), reader.read(PATIENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 400 Bad Request\r\n", "\r\n", "25\r\n", "999 x\r\n", "250-a\r\n550 b\r\n", "250a\r\n"})
    void refusesWhatIsNoReply(String line) throws IOException {
        serverSays(line);
        assertThrows(MalformedReplyException.class, () -> reader.read(PATIENCE));
    }

    @Test
    void refusesALineWithoutEndAndAReplyWithoutEnd() throws IOException {
        serverSays("250 " + "x".repeat(20_000));
        assertThrows(MalformedReplyException.class, () -> reader.read(PATIENCE));
        connect();
        serverSays("250-x\r\n".repeat(300));
        assertThrows(MalformedReplyException.class, () -> reader.read(PATIENCE));
    }

    @Test
    void endsWhenTheServerHangsUpInTheMiddleOrSaysNothing() throws IOException {
        assertThrows(SocketTimeoutException.class, () -> reader.read(Duration.ofMillis(50)));
        serverSays("250-half");
        server.close();
        assertThrows(EOFException.class, () -> reader.read(PATIENCE));
    }

    private void serverSays(String text) throws IOException {
        server.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        server.getOutputStream().flush();
    }
}
