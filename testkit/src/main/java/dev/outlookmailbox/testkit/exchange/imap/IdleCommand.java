package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** RFC 2177: news is pushed as it happens, until the client says DONE. */
final class IdleCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        if (client.session().getSelected() == null) {
            client.bad(request, "Command received in Invalid state.");
            return;
        }
        client.send("+ IDLE accepted, awaiting DONE command.");
        String line = client.idle();
        if (line.equalsIgnoreCase("DONE")) {
            client.ok(request, "IDLE completed.");
        } else {
            client.bad(request, "Command Error. 10");
        }
    }
}
