package dev.outlookmailbox.testkit.exchange.imap;

import dev.outlookmailbox.testkit.exchange.Credentials;
import java.io.IOException;
import java.util.Optional;

/** Takes XOAUTH2 only. Like Exchange it gives no reason when it refuses, and no error challenge either. */
final class AuthenticateCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException, SyntaxException {
        ImapArguments arguments = request.read();
        String mechanism = arguments.next().text();
        String response = arguments.peek() == 0
                ? client.challenge("+ ")
                : arguments.next().text();
        Optional<Credentials> credentials =
                mechanism.equalsIgnoreCase("XOAUTH2") ? Credentials.parse(response) : Optional.empty();
        if (credentials.isPresent() && client.signIn(credentials.get())) {
            client.ok(request, "AUTHENTICATE completed.");
        } else {
            client.no(request, "AUTHENTICATE failed.");
        }
    }
}
