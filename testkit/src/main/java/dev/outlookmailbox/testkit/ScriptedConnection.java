package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays the steps of one connection. Reads octet by octet, so that nothing of a handshake is taken for plain text. */
final class ScriptedConnection implements AutoCloseable {

    private final LocalhostIdentity identity;
    private final Transcript transcript;
    private Socket socket;

    ScriptedConnection(Socket socket, LocalhostIdentity identity, Transcript transcript) {
        this.socket = socket;
        this.identity = identity;
        this.transcript = transcript;
    }

    /** Returns when the script has been played; the connection stays open unless the script closed it. */
    void play(List<ScriptStep> steps) throws IOException {
        for (ScriptStep step : steps) {
            play(step);
        }
    }

    /** Waits for the client to close. A line that comes instead is a deviation. */
    void expectNothingMore() throws IOException {
        if (socket.isClosed()) {
            return;
        }
        socket.setSoTimeout(0);
        String line = readLine();
        if (line != null) {
            throw new Deviation("the client to send nothing more", line);
        }
    }

    void startTls() throws IOException {
        socket = identity.handshake(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void play(ScriptStep step) throws IOException {
        if (step instanceof ScriptStep.Send send) {
            send(send.text());
        } else if (step instanceof ScriptStep.Expect expect) {
            expect(expect.line());
        } else if (step instanceof ScriptStep.ExpectMatch expect) {
            String line = line("a line matching " + expect.pattern());
            if (!expect.pattern().matcher(line).matches()) {
                throw new Deviation("a line matching " + expect.pattern(), line);
            }
        } else if (step instanceof ScriptStep.ReadOctets octets) {
            readOctets(octets.count());
        } else if (step instanceof ScriptStep.ReadData) {
            readData();
        } else if (step instanceof ScriptStep.StartTls) {
            startTls();
        } else {
            close();
        }
    }

    private void send(String text) throws IOException {
        transcript.sent(text);
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private void expect(String expected) throws IOException {
        String line = line("the line '" + expected + "'");
        if (!line.equals(expected)) {
            throw new Deviation("the line '" + expected + "'", line);
        }
    }

    private void readOctets(int count) throws IOException {
        byte[] octets = socket.getInputStream().readNBytes(count);
        transcript.received(new String(octets, StandardCharsets.UTF_8));
        if (octets.length < count) {
            throw new Deviation(count + " octets", "only " + octets.length + " and then the end of the connection");
        }
    }

    private void readData() throws IOException {
        while (!line("lines up to a lone dot").equals(".")) {
            // line() keeps each in the transcript
        }
    }

    private String line(String expectation) throws IOException {
        try {
            String line = readLine();
            if (line == null) {
                throw new Deviation(expectation, "the end of the connection");
            }
            return line;
        } catch (SocketTimeoutException e) {
            throw new Deviation(expectation, "nothing for " + socket.getSoTimeout() / 1000 + " seconds");
        }
    }

    private @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 && line.size() == 0) {
                return null;
            }
            if (octet < 0) {
                throw new EOFException("The client closed in the middle of the line '" + line + "'.");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\r")) {
            throw new Deviation("every line to end with CRLF", text + " and a bare LF");
        }
        text = text.substring(0, text.length() - 1);
        transcript.received(text);
        return text;
    }

    /** The client did something else than the script says. */
    static final class Deviation extends IOException {
        private static final long serialVersionUID = 1;

        Deviation(String expected, String actual) {
            super("The script expects " + expected + ", but got: " + actual);
        }
    }
}
