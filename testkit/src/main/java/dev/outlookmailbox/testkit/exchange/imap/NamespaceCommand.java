package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** RFC 2342; one personal namespace, separated by a slash. */
final class NamespaceCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        client.send("* NAMESPACE ((\"\" \"/\")) NIL NIL");
        client.ok(request, "NAMESPACE completed.");
    }
}
