package dev.outlookmailbox.testkit.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server's end of a connection that speaks lines. A character stands for an octet (ISO 8859-1). One thread reads; any
 * thread may write or close.
 */
public final class Wire implements Closeable {

    private static final int LONGEST_LINE = 1 << 20;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    public Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** How long the client may be silent before reading fails with {@link java.net.SocketTimeoutException}. */
    public void patience(Duration silence) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
    }

    /** The handshake. What the client has sent before it is thrown away, as nobody has vouched for it. */
    public synchronized void startTls(LocalhostIdentity identity) throws IOException {
        socket = identity.handshake(socket);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** The next line without its end, {@code null} at the end of the connection. */
    public @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("The client sent a line of more than " + LONGEST_LINE + " octets.");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Exactly so many octets. */
    public byte[] readOctets(int count) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length < count) {
            throw new EOFException("The client closed in the middle of " + count + " octets.");
        }
        return octets;
    }

    /** Sends a line now. */
    public void send(String line) throws IOException {
        send((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends octets now. */
    public synchronized void send(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
