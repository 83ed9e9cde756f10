package dev.outlookmailbox.testkit.exchange.smtp;

import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.net.Listener;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.IOException;
import java.net.Socket;

/** Exchange's submission service with STARTTLS. Any thread may use it. */
public final class SmtpFront implements AutoCloseable {

    private final Exchange exchange;
    private final Listener listener;

    public SmtpFront(Exchange exchange) {
        this.exchange = exchange;
        this.listener = Listener.open("fake-smtp", this::serve);
    }

    public int port() {
        return listener.port();
    }

    public void dropConnections() {
        listener.dropConnections();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void serve(Socket socket) throws IOException {
        try (Wire wire = new Wire(socket)) {
            new SmtpDialogue(exchange, wire).run();
        }
    }
}
