package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** RFC 3691: leaves the folder without expunging. */
final class UnselectCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        if (client.session().getSelected() == null) {
            client.bad(request, "Command received in Invalid state.");
            return;
        }
        client.session().deselect();
        client.ok(request, "UNSELECT completed.");
    }
}
