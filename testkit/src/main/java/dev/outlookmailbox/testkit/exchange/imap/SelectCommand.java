package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.store.MailFolder;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;
import java.util.Optional;

/** SELECT and EXAMINE. Exchange keeps no keywords but one, and its \Recent means nothing. */
final class SelectCommand implements ImapCommand {

    private static final String FLAGS = "(\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)";

    private final boolean readOnly;

    SelectCommand(boolean readOnly) {
        this.readOnly = readOnly;
    }

    @Override
    public void answer(ImapRequest request, ImapConversation client) throws IOException, SyntaxException {
        String name = FolderNames.decode(request.read().next().text());
        Optional<MailFolder> folder = client.mailbox().folder(name);
        ImapSession session = client.session();
        session.deselect();
        if (folder.isEmpty() || name.isEmpty()) {
            client.no(request, FolderNames.encode(name) + " doesn't exist.");
            return;
        }
        session.setSelected(folder.get(), readOnly);
        describe(folder.get(), client);
        client.ok(request, readOnly ? "[READ-ONLY] EXAMINE completed." : "[READ-WRITE] SELECT completed.");
    }

    private void describe(MailFolder folder, ImapConversation client) throws IOException {
        client.send("* " + folder.getMessageCount() + " EXISTS");
        client.send("* 0 RECENT");
        client.send("* FLAGS " + FLAGS);
        client.send("* OK [PERMANENTFLAGS " + (readOnly ? "()" : FLAGS) + "] Permanent flags");
        if (folder.getFirstUnseen() > 0) {
            client.send("* OK [UNSEEN " + folder.getFirstUnseen() + "] Is the first unseen message");
        }
        client.send("* OK [UIDVALIDITY " + folder.getUidValidity() + "] UIDVALIDITY value");
        client.send("* OK [UIDNEXT " + folder.getUIDNext() + "] The next unique identifier value");
    }
}
