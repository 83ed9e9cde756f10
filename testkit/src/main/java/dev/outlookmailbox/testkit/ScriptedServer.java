package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import dev.outlookmailbox.testkit.net.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server on a free loopback port that plays a script, for tests that care about every line on the wire. Any thread may call
 * its methods; the script is played on daemon threads, one per connection.
 *
 * <p>One step per line, blank lines count for nothing:
 *
 * <table>
 * <caption>Steps</caption>
 * <tr><td>{@code S: text}</td><td>the server sends the text and CRLF</td></tr>
 * <tr><td>{@code C: text}</td><td>the client must send exactly this line</td></tr>
 * <tr><td>{@code C~ regex}</td><td>the client must send a line that matches as a whole</td></tr>
 * <tr><td>{@code READ n}</td><td>the client must send n octets (a literal)</td></tr>
 * <tr><td>{@code DATA}</td><td>the client must send lines, the last being a lone dot</td></tr>
 * <tr><td>{@code TLS}</td><td>the handshake begins (after STARTTLS)</td></tr>
 * <tr><td>{@code CLOSE}</td><td>the server closes the connection</td></tr>
 * <tr><td>{@code --}</td><td>the script of the next connection begins</td></tr>
 * </table>
 *
 * <p>The first connection plays the first script, the second the second, and so on; they may overlap. A connection whose script
 * has ended stays open until the client closes it, and a line that the client still sends there is a deviation.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.implicitTls("""
 *         S: * OK ready
 *         C: A0 CAPABILITY
 *         S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR
 *         S: A0 OK done
 *         """)) {
 *     client.connect(server.host(), server.port());
 *     server.verify();
 * }
 * }</pre>
 */
public final class ScriptedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Script script;
    private final boolean implicitTls;
    private final LocalhostIdentity identity = LocalhostIdentity.fresh();
    private final Transcript transcript = new Transcript();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<ScriptedConnection> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch unfinished;
    private final ServerSocket listener = Loopback.listen();

    private ScriptedServer(Script script, boolean implicitTls) {
        this.script = script;
        this.implicitTls = implicitTls;
        this.unfinished = new CountDownLatch(script.connections().size());
        daemon("scripted-server", this::accept);
    }

    /**
     * A server whose connections begin with a handshake.
     *
     * @throws IllegalArgumentException if the script holds a line that is no step
     */
    public static ScriptedServer implicitTls(String script) {
        return new ScriptedServer(Script.parse(script), true);
    }

    /**
     * A server whose connections begin in plain text; the step {@code TLS} upgrades them.
     *
     * @throws IllegalArgumentException if the script holds a line that is no step
     */
    public static ScriptedServer plain(String script) {
        return new ScriptedServer(Script.parse(script), false);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** {@code localhost}, as it stands in the certificate. */
    public String host() {
        return "localhost";
    }

    /** The self-signed certificate that the client must trust; another one for every server. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /** The lines (and literals) that clients have sent so far, secrets included, over all connections in order of arrival. */
    public List<String> received() {
        return transcript.received();
    }

    /**
     * Waits until the script has been played to its end.
     *
     * @throws AssertionError if a client deviated from it, or did not get to its end within ten seconds; shows what went over
     *     the wire
     */
    public void verify() {
        boolean finished = waitForTheEnd();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures) + "\nSo far:\n" + transcript);
        }
        if (!finished) {
            throw new AssertionError(unfinished.getCount() + " of "
                    + script.connections().size() + " connections did not play their script to its end. So far:\n"
                    + transcript);
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(ScriptedServer::closeQuietly);
    }

    private boolean waitForTheEnd() {
        try {
            return unfinished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept() {
        try {
            for (int n = 0; ; n++) {
                Socket socket = listener.accept();
                int number = n;
                daemon("scripted-connection-" + number, () -> serve(socket, number));
            }
        } catch (SocketException closed) {
            // close() ends the loop this way
        } catch (IOException e) {
            fail("The server could not accept a connection: " + e);
        }
    }

    private void serve(Socket socket, int number) {
        if (number >= script.connections().size()) {
            fail("The client opened connection " + (number + 1) + ", which the script does not have");
            closeQuietly(socket);
            return;
        }
        ScriptedConnection connection = new ScriptedConnection(socket, identity, transcript);
        open.add(connection);
        boolean played = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            if (implicitTls) {
                connection.startTls();
            }
            connection.play(script.connections().get(number));
            played = true;
            unfinished.countDown();
            connection.expectNothingMore();
        } catch (ScriptedConnection.Deviation e) {
            fail("Connection " + (number + 1) + ": " + e.getMessage());
        } catch (IOException e) {
            if (!played && !listener.isClosed()) {
                fail("Connection " + (number + 1) + ": " + e);
            }
        } finally {
            closeQuietly(connection);
        }
    }

    /** Releases who waits in {@link #verify}, as nothing better will come. */
    private void fail(String what) {
        failures.add(what);
        while (unfinished.getCount() > 0) {
            unfinished.countDown();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // closing what the peer has closed already
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
