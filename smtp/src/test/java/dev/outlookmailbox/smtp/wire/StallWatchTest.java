package dev.outlookmailbox.smtp.wire;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StallWatchTest {

    @Test
    void aWriteEndsThoughThePeerTakesNothing() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket silent = listener.accept();
                StallWatch watch = new StallWatch(client, Duration.ofMillis(200))) {
            OutputStream out = new PatientOutput(client.getOutputStream(), watch);
            assertThrows(SocketTimeoutException.class, () -> out.write(new byte[64_000_000]));
            assertTrue(client.isClosed());
            assertTrue(silent.isConnected());
        }
    }
}
