package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** Says goodbye and closes. */
final class LogoutCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        client.send("* BYE Microsoft Exchange Server IMAP4 server signing off.");
        client.ok(request, "LOGOUT completed.");
        client.close();
    }
}
