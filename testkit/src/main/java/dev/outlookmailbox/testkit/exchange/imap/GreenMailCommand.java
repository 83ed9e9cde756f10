package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;

/** A command that GreenMail answers as Exchange would, once the name of a folder in it is translated. */
final class GreenMailCommand implements ImapCommand {

    private static final int NO_FOLDER = -1;

    private final int folderArgument;
    private final boolean needsSelected;

    private GreenMailCommand(int folderArgument, boolean needsSelected) {
        this.folderArgument = folderArgument;
        this.needsSelected = needsSelected;
    }

    static ImapCommand plain() {
        return new GreenMailCommand(NO_FOLDER, false);
    }

    /** On messages of the selected folder. */
    static ImapCommand inFolder() {
        return new GreenMailCommand(NO_FOLDER, true);
    }

    /** On the folder that is the first argument. */
    static ImapCommand onFolder() {
        return new GreenMailCommand(0, false);
    }

    /** From the selected folder to the one that is the second argument. */
    static ImapCommand toFolder() {
        return new GreenMailCommand(1, true);
    }

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        if (needsSelected && client.session().getSelected() == null) {
            client.bad(request, "Command received in Invalid state.");
            return;
        }
        if (folderArgument == NO_FOLDER) {
            client.runInGreenMail(request);
            return;
        }
        ImapArguments arguments = request.read();
        for (int skipped = 0; skipped < folderArgument; skipped++) {
            arguments.next();
        }
        ImapArguments.Word folder = arguments.next();
        client.existing(folder);
        client.runInGreenMail(request.with(folder, FolderNames.toStoreOnWire(folder.text())));
    }
}
