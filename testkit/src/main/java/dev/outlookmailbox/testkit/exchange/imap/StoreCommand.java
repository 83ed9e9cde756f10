package dev.outlookmailbox.testkit.exchange.imap;

import dev.outlookmailbox.testkit.exchange.imap.ImapArguments.Word;
import java.io.IOException;

/** STORE and UID STORE, without the keywords that Exchange does not keep. */
final class StoreCommand implements ImapCommand {

    private static final ImapCommand GREENMAIL = GreenMailCommand.inFolder();

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, com.icegreen.greenmail.store.FolderException {
        ImapArguments arguments = request.read();
        arguments.next();
        arguments.next();
        arguments.peek();
        int start = arguments.position();
        Word flags =
                new Word(request.raw().substring(start), start, request.raw().length());
        GREENMAIL.answer(request.with(flags, KnownFlags.filter(flags.text())), client);
    }
}
