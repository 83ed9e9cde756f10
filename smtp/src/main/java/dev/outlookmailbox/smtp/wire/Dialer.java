package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.net.NoDelaySocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Makes TCP connections: tries each address of the host in turn, as one family of addresses may be unreachable from here. */
final class Dialer {

    private final NoDelaySocketFactory sockets = new NoDelaySocketFactory();

    /** @param patience for all addresses together */
    Socket dial(ServerAddress server, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        IOException failure = new SocketTimeoutException("no connection within " + patience.toMillis() + " ms");
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            try {
                return connect(new InetSocketAddress(address, server.port()), Math.toIntExact(left));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Socket connect(InetSocketAddress address, int patience) throws IOException {
        Socket socket = sockets.createSocket();
        try {
            socket.connect(address, patience);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
