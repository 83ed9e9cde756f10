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

    private static final Duration GRACE = Duration.ofMillis(250);

    private final Socket plain;
    private final Socket socket;
    private final OutputStream out;
    private final PatientInput in;
    private final ResponseReader reader;
    private final Duration patience;

    /** @param plain what is below TLS, or the same as the socket where there is none */
    Wire(Socket plain, Socket socket, Timeouts timeouts, TempFiles files) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.patience = timeouts.read();
        socket.setSoTimeout((int) timeouts.read().toMillis());
        this.out = socket.getOutputStream();
        this.in = new PatientInput(socket.getInputStream(), plain, patience.plus(GRACE));
        this.reader = new ResponseReader(in, files);
    }

    /** Sends one line, CRLF added, in one write. */
    public void writeLine(String line) throws IOException {
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (Watchdog.Watch watch = watch(patience)) {
            try {
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                throw watch.expired() ? new SocketTimeoutException("the server takes nothing") : e;
            }
        }
    }

    /** See {@link ResponseReader#read()}; one that comes in drops is given up as if none came. */
    public Response read() throws IOException {
        in.begin();
        return reader.read();
    }

    public boolean hasUnreadInput() throws IOException {
        return reader.hasUnreadInput();
    }

    public boolean isSecure() {
        return socket instanceof SSLSocket;
    }

    /** Cuts this connection, before and after STARTTLS, unless the watch is closed in time. */
    public Watchdog.Watch watch(Duration limit) {
        return Watchdog.over(plain, limit);
    }

    /** How long the server may be silent. */
    public Duration patience() {
        return patience;
    }

    Socket plain() {
        return plain;
    }

    /** Drops the connection without a word: TLS could not say its goodbye while a write hangs. */
    @Override
    public void close() {
        try {
            plain.close();
        } catch (IOException e) {
            // nothing of ours is left on its way
        }
    }
}
