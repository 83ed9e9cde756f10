package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.exchange.Credentials;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import dev.outlookmailbox.testkit.exchange.StoredMailbox;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client: who it is, what it has selected, and how to answer it. Commands use it on the thread of the connection; news may
 * come from any thread and is told by another one while the client idles.
 */
final class ImapConversation {

    private static final Logger LOG = LoggerFactory.getLogger(ImapConversation.class);
    private static final String PERMISSION = "IMAP.AccessAsUser.All";
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(30);

    private final Exchange exchange;
    private final Wire wire;
    private final Executor newsThread;
    private final ExchangeSession session;
    private final ImapRequestHandler greenMail = new ImapRequestHandler();
    private @Nullable Account account;
    private String token = "";
    private boolean idling;
    private volatile boolean closed;

    ImapConversation(Exchange exchange, Wire wire, Executor newsThread) {
        this.exchange = exchange;
        this.wire = wire;
        this.newsThread = newsThread;
        this.session = new ExchangeSession(exchange.storage().greenMail(), this);
    }

    boolean signedIn() {
        return account != null;
    }

    boolean closed() {
        return closed;
    }

    Instant now() {
        return exchange.clock().instant();
    }

    ImapSession session() {
        return session;
    }

    StoredMailbox mailbox() {
        if (account == null) {
            throw new IllegalStateException("nobody is signed in");
        }
        return exchange.storage().of(account);
    }

    /** Whether the token is good for the mailbox that the client names. */
    boolean signIn(Credentials credentials) throws IOException {
        Optional<Account> owner = exchange.directory().find(credentials.user());
        if (exchange.faults().imapDisabled()
                || owner.isEmpty()
                || !exchange.tokens().allows(credentials.token(), owner.get(), PERMISSION)) {
            return false;
        }
        account = owner.get();
        token = credentials.token();
        session.setAuthenticated(mailbox().user());
        wire.patience(IDLE_LIMIT);
        return true;
    }

    /** Whether the token that the session lives on is refused by now. */
    boolean tokenExpired() {
        return account != null && !exchange.tokens().allows(token, account, PERMISSION);
    }

    /** @throws FolderException if the folder does not exist */
    MailFolder existing(ImapArguments.Word name) throws FolderException {
        String decoded = FolderNames.decode(name.text());
        return mailbox()
                .folder(decoded)
                .filter(folder -> !decoded.isEmpty())
                .orElseThrow(() -> new FolderException(FolderNames.encode(decoded) + " doesn't exist."));
    }

    void send(String line) throws IOException {
        wire.send(line);
    }

    void ok(ImapRequest request, String text) throws IOException {
        wire.send(request.tag() + " OK " + text);
    }

    void no(ImapRequest request, String text) throws IOException {
        wire.send(request.tag() + " NO " + text);
    }

    void bad(ImapRequest request, String text) throws IOException {
        wire.send(request.tag() + " BAD " + text);
    }

    /** Sends a continuation and gives what the client answers. */
    String challenge(String continuation) throws IOException {
        wire.send(continuation);
        return requireLine();
    }

    /** Lets GreenMail answer. */
    synchronized void runInGreenMail(ImapRequest request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] command = (request.raw() + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            greenMail.handleRequest(new ByteArrayInputStream(command), answer, session);
        } catch (ProtocolException | IllegalStateException | IllegalArgumentException e) {
            LOG.debug("GreenMail does not understand {}", request, e);
        }
        wire.send(answer.toByteArray());
        if (answer.size() == 0) {
            bad(request, "Command Error. 10");
        }
    }

    /** Tells what has happened in the selected folder. */
    synchronized void unsolicited() throws IOException {
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        session.unsolicitedResponses(new ImapResponse(news));
        wire.send(news.toByteArray());
    }

    /** Pushes news until the client sends a line; gives it. */
    String idle() throws IOException {
        setIdling(true);
        newsSoon();
        try {
            return requireLine();
        } finally {
            setIdling(false);
            unsolicited();
        }
    }

    /** Called on any thread, with locks of the storage held: so the news is told by another one. */
    void newsSoon() {
        newsThread.execute(this::tellNews);
    }

    void bye(String reason) {
        try {
            wire.send("* BYE " + reason);
        } catch (IOException e) {
            LOG.debug("The client has gone before the BYE: {}", e.toString());
        }
        close();
    }

    void close() {
        closed = true;
        try {
            wire.close();
        } catch (IOException e) {
            LOG.debug("The client has closed already: {}", e.toString());
        }
    }

    private synchronized void tellNews() {
        try {
            if (idling && tokenExpired()) {
                bye(ImapDialogue.TOKEN_EXPIRED);
            } else if (idling) {
                unsolicited();
            }
        } catch (IOException e) {
            LOG.debug("The client has gone while it idled: {}", e.toString());
        }
    }

    private synchronized void setIdling(boolean value) {
        idling = value;
    }

    private String requireLine() throws IOException {
        String line = wire.readLine();
        if (line == null) {
            throw new EOFException("The client closed in the middle of a command.");
        }
        return line;
    }
}
