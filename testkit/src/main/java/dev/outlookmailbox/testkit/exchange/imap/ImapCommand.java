package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import java.io.IOException;

/** One IMAP command as Exchange answers it. Stateless. */
@FunctionalInterface
interface ImapCommand {

    /**
     * Sends the answer, up to and including the tagged line.
     *
     * @throws SyntaxException for an answer of BAD
     * @throws FolderException for an answer of NO
     */
    void answer(ImapRequest request, ImapConversation client) throws IOException, SyntaxException, FolderException;
}
