package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** RFC 2971. */
final class IdCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        client.send("* ID (\"name\" \"Microsoft.Exchange.Imap4.Imap4Server\" \"version\" \"15.20\")");
        client.ok(request, "ID completed");
    }
}
