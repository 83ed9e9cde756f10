package dev.outlookmailbox.testkit.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections on a free loopback port and serves each on a daemon thread of its own. Any thread may use it. */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final String name;
    private final Service service;
    private final ServerSocket server = Loopback.listen();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Listener(String name, Service service) {
        this.name = name;
        this.service = service;
    }

    /** What is done with a connection. It ends when the method returns or throws. */
    @FunctionalInterface
    public interface Service {
        void serve(Socket socket) throws IOException;
    }

    /** Listens from now on. */
    public static Listener open(String name, Service service) {
        Listener listener = new Listener(name, service);
        Daemons.start(name, listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Cuts all connections without a word; new ones are welcome. */
    public void dropConnections() {
        open.forEach(Listener::closeQuietly);
    }

    /** Stops listening and cuts all connections. */
    @Override
    public void close() {
        closeQuietly(server);
        dropConnections();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                open.add(socket);
                Daemons.start(name + "-" + socket.getPort(), () -> serve(socket));
            }
        } catch (SocketException closed) {
            // close() ends the loop this way
        } catch (IOException e) {
            LOG.error("{} can accept no more connections", name, e);
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            service.serve(socket);
        } catch (IOException e) {
            LOG.debug("{}: the client is gone: {}", name, e.toString());
        } catch (RuntimeException e) {
            LOG.error("{} failed to serve a connection", name, e);
        } finally {
            open.remove(socket);
            closeQuietly(socket);
        }
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            LOG.debug("Closing what the peer has closed already: {}", e.toString());
        }
    }
}
