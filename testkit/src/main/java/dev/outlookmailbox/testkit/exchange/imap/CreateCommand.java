package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;

/** CREATE; missing parents are made too. Refusals come without a response code, as from Exchange. */
final class CreateCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        String name = FolderNames.decode(request.read().next().text());
        if (client.mailbox().folder(name).isPresent()) {
            client.no(request, "Mailbox already exists.");
            return;
        }
        if (name.equals("Files")) {
            client.no(request, "Folder name is reserved");
            return;
        }
        client.mailbox().createFolder(name);
        client.ok(request, "CREATE completed.");
    }
}
