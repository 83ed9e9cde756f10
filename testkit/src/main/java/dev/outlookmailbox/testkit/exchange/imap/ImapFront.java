package dev.outlookmailbox.testkit.exchange.imap;

import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.net.Daemons;
import dev.outlookmailbox.testkit.net.Listener;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Exchange's IMAP service with implicit TLS. Any thread may use it. */
public final class ImapFront implements AutoCloseable {

    private final Exchange exchange;
    private final ExecutorService newsThread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Daemons.factory("fake-imap-news"),
            new ThreadPoolExecutor.DiscardPolicy());
    private final Set<ImapConversation> clients = ConcurrentHashMap.newKeySet();
    private final Listener listener;

    public ImapFront(Exchange exchange) {
        this.exchange = exchange;
        this.listener = Listener.open("fake-imap", this::serve);
    }

    public int port() {
        return listener.port();
    }

    public void dropConnections() {
        listener.dropConnections();
    }

    /** Ends the sessions that idle on a token that is refused by now; the others end at their next command. */
    public void endExpiredIdlers() {
        clients.forEach(ImapConversation::newsSoon);
    }

    @Override
    public void close() {
        listener.close();
        newsThread.shutdownNow();
    }

    private void serve(Socket socket) throws IOException {
        Wire wire = new Wire(socket);
        wire.startTls(exchange.identity());
        ImapConversation client = new ImapConversation(exchange, wire, newsThread);
        clients.add(client);
        try (wire) {
            new ImapDialogue(exchange, wire, client).run();
        } finally {
            clients.remove(client);
        }
    }
}
