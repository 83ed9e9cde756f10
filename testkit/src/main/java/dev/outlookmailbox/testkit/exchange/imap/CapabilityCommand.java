package dev.outlookmailbox.testkit.exchange.imap;

import java.io.IOException;

/** Exchange announces MOVE only after the sign-in. */
final class CapabilityCommand implements ImapCommand {

    private static final String BEFORE =
            "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT"
                    + " CHILDREN IDLE NAMESPACE LITERAL+";
    private static final String AFTER = "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID"
            + " UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE"
            + " LITERAL+";

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException {
        client.send(client.signedIn() ? AFTER : BEFORE);
        client.ok(request, "CAPABILITY completed.");
    }
}
