package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;

/** RENAME of a folder with all that is below it. */
final class RenameCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        ImapArguments arguments = request.read();
        ImapArguments.Word source = arguments.next();
        client.existing(source);
        String from = FolderNames.decode(source.text());
        String to = FolderNames.decode(arguments.next().text());
        if (client.mailbox().folder(to).isPresent()) {
            client.no(request, "Mailbox already exists.");
            return;
        }
        client.mailbox().rename(from, to);
        client.ok(request, "RENAME completed.");
    }
}
