package dev.outlookmailbox.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the fakes listen: 127.0.0.1 on a port that the system picks. All methods are pure; any thread may call them. */
public final class Loopback {

    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int BACKLOG = 200;

    private Loopback() {}

    /** 127.0.0.1 by the name that stands in the certificate. */
    public static InetAddress address() {
        try {
            return InetAddress.getByAddress("localhost", ADDRESS);
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are an address", e);
        }
    }

    /** 127.0.0.1 with a port still to be picked. */
    public static InetSocketAddress anyPort() {
        return new InetSocketAddress(address(), 0);
    }

    /** A listener on a free port. The caller closes it. */
    public static ServerSocket listen() {
        try {
            return new ServerSocket(0, BACKLOG, address());
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1", e);
        }
    }
}
