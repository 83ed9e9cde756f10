package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.imap.content.TempFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** One connection as lines out and responses in, each with a deadline. One thread at a time, but any may close it. */
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final ResponseReader reader;
    private final Duration writeLimit;

    Wire(Socket socket, Timeouts timeouts, TempFiles files) throws IOException {
        this.socket = socket;
        this.writeLimit = timeouts.read();
        socket.setSoTimeout((int) timeouts.read().toMillis());
        this.out = socket.getOutputStream();
        this.reader = new ResponseReader(socket.getInputStream(), files);
    }

    /** Sends one line, CRLF added, in one write. */
    public void writeLine(String line) throws IOException {
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Watchdog.Watch watch = Watchdog.over(socket, writeLimit)) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                throw watch.expired() ? new SocketTimeoutException("the server takes nothing") : e;
            }
        }
    }

    /** See {@link ResponseReader#read()}. */
    public Response read() throws IOException {
        return reader.read();
    }

    public boolean hasUnreadInput() throws IOException {
        return reader.hasUnreadInput();
    }

    public boolean isSecure() {
        return socket instanceof SSLSocket;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing of ours is left on its way
        }
    }
}
