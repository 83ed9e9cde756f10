package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversation with one client, from greeting to end: reads commands, lets faults have their way, and has them answered. */
final class ImapDialogue {

    static final String TOKEN_EXPIRED = "Session invalidated - AccessTokenExpired";

    private static final Duration SIGN_IN_LIMIT = Duration.ofSeconds(60);
    private static final String SERVER = "FAKE.EURP281.PROD.OUTLOOK.COM";

    private final Exchange exchange;
    private final Wire wire;
    private final ImapConversation client;
    private final ImapCommands commands = new ImapCommands();

    ImapDialogue(Exchange exchange, Wire wire, ImapConversation client) {
        this.exchange = exchange;
        this.wire = wire;
        this.client = client;
    }

    void run() throws IOException {
        wire.patience(SIGN_IN_LIMIT);
        client.send("* OK The Microsoft Exchange IMAP4 service is ready. ["
                + Base64.getEncoder().encodeToString(SERVER.getBytes(StandardCharsets.UTF_16LE)) + "]");
        ImapRequestReader reader = new ImapRequestReader(wire);
        try {
            for (String raw = reader.next(); raw != null; raw = reader.next()) {
                answer(raw);
                if (client.closed()) {
                    return;
                }
            }
        } catch (SocketTimeoutException e) {
            client.bye("Connection is closed. 13");
        } finally {
            client.session().deselect();
        }
    }

    private void answer(String raw) throws IOException {
        ImapRequest request;
        try {
            request = ImapRequest.parse(raw);
        } catch (SyntaxException e) {
            client.send("* BAD Command Error. 10");
            return;
        }
        exchange.log().add(request.forTheLog());
        if (client.tokenExpired()) {
            client.bye(TOKEN_EXPIRED);
        } else if (!failsOnPurpose(request)) {
            answer(request);
        }
    }

    private boolean failsOnPurpose(ImapRequest request) throws IOException {
        if (!client.signedIn()
                || request.name().equals("LOGOUT")
                || request.name().equals("CAPABILITY")) {
            return false;
        }
        if (exchange.faults().mailboxRefused()) {
            client.bad(request, "User is authenticated but not connected.");
            client.bye("Connection closed. 14");
            return true;
        }
        Optional<Duration> backoff = exchange.faults().throttled();
        if (backoff.isPresent()) {
            client.bad(
                    request,
                    "Request is throttled. Suggested Backoff Time: "
                            + backoff.get().toMillis() + " milliseconds");
        }
        return backoff.isPresent();
    }

    private void answer(ImapRequest request) throws IOException {
        @Nullable ImapCommand command = commands.find(request.name());
        if (command == null) {
            client.bad(request, "Command Error. 12");
        } else if (commands.needsSignIn(request.name()) != client.signedIn() && misplaced(request.name())) {
            client.bad(request, "Command received in Invalid state.");
        } else {
            answer(request, command);
        }
    }

    private boolean misplaced(String name) {
        return commands.needsSignIn(name) || name.equals("LOGIN") || name.equals("AUTHENTICATE");
    }

    private void answer(ImapRequest request, ImapCommand command) throws IOException {
        try {
            command.answer(request, client);
        } catch (SyntaxException e) {
            client.bad(request, String.valueOf(e.getMessage()));
        } catch (FolderException e) {
            client.no(request, String.valueOf(e.getMessage()));
        }
    }
}
