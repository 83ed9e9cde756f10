package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.Timeouts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, line by line. Not thread-safe, but {@link #cut()} may come from any thread. Every wait ends in an
 * {@link IOException}.
 */
final class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    /** As much as one TLS record holds. */
    private static final int BUFFER = 16_384;

    /** So that the socket's own timeout, whose message is better, comes first. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private final Socket plain;
    private final Timeouts timeouts;
    private final StallWatch watch;
    private Socket socket;
    private ReplyReader reader;
    private OutputStream out;
    private Redaction redaction = Redaction.NONE;

    Wire(Socket plain, Timeouts timeouts) throws IOException {
        this.plain = plain;
        this.timeouts = timeouts;
        this.watch = new StallWatch(plain, timeouts.read());
        this.socket = plain;
        this.reader = new ReplyReader(plain);
        this.out = buffered(plain);
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Socket socket() {
        return socket;
    }

    /** Goes on over TLS; what the peer sent before it is forgotten. */
    void secure(SSLSocket tls) throws IOException {
        socket = tls;
        reader = new ReplyReader(tls);
        out = buffered(tls);
    }

    boolean hasSurplus() throws IOException {
        return reader.hasSurplus();
    }

    /** From here on replies are searched for this secret. */
    void hide(Redaction secret) {
        redaction = secret;
    }

    /** What the peer said, fit to be shown. */
    String shown(String text) {
        return redaction.of(text);
    }

    /** Writes a command; it leaves with the next {@link #flush} or when the buffer is full. */
    void command(String line) throws IOException {
        LOG.trace("C: {}", line);
        put(line);
    }

    /** Like {@link #command}, for what may not be logged. */
    void secretLine(String line) throws IOException {
        LOG.trace("C: (secret, {} characters)", line.length());
        put(line);
    }

    /** Where the content of a message goes; the caller keeps to what DATA demands. */
    OutputStream content() {
        return out;
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The next reply, for which {@link Timeouts#read} is waited in all. */
    Reply read() throws IOException {
        return read(timeouts.read());
    }

    /**
     * @throws ServerClosingException if the reply is 421, to whatever command
     */
    Reply read(Duration patience) throws IOException {
        Reply reply = readWithin(patience);
        if (LOG.isTraceEnabled()) {
            LOG.trace("S: {}", shown(reply.text()));
        }
        if (reply.code() == Reply.CLOSING) {
            throw new ServerClosingException(Failures.diagnose(reply, this));
        }
        return reply;
    }

    /** The socket's own timeout starts anew with each octet of a TLS record, so the whole wait is watched as well. */
    private Reply readWithin(Duration patience) throws IOException {
        try (Deadline deadline = new Deadline(plain, patience.plus(GRACE))) {
            try {
                return reader.read(patience);
            } catch (MalformedReplyException e) {
                throw new MalformedReplyException(shown(e.line()));
            } catch (IOException e) {
                throw deadline.explain(e);
            }
        }
    }

    /** Sends the command and waits for its reply. */
    Reply exchange(String line) throws IOException {
        command(line);
        flush();
        return read();
    }

    /** Drops the connection without a word. */
    void cut() {
        watch.close();
        try {
            plain.close();
        } catch (IOException e) {
            LOG.trace("closing a connection that was gone already", e);
        }
    }

    private void put(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private OutputStream buffered(Socket target) throws IOException {
        return new BufferedOutputStream(new PatientOutput(target.getOutputStream(), watch), BUFFER);
    }
}
