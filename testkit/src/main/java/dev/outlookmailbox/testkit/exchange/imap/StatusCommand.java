package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** STATUS with the items of RFC 3501; Exchange knows no others. */
final class StatusCommand implements ImapCommand {

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        ImapArguments arguments = request.read();
        MailFolder folder = client.existing(arguments.next());
        String name = FolderNames.decode(request.read().next().text());
        String items = arguments.next().text().replaceAll("[()]", "").toUpperCase(Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (String item : items.strip().split(" +", -1)) {
            values.add(item + " " + value(item, folder));
        }
        client.send("* STATUS " + FolderNames.encode(name) + " (" + String.join(" ", values) + ")");
        client.unsolicited();
        client.ok(request, "STATUS completed.");
    }

    private static long value(String item, MailFolder folder) throws SyntaxException {
        return switch (item) {
            case "MESSAGES" -> folder.getMessageCount();
            case "RECENT" -> 0;
            case "UIDNEXT" -> folder.getUIDNext();
            case "UIDVALIDITY" -> folder.getUidValidity();
            case "UNSEEN" -> folder.getUnseenCount();
            default -> throw new SyntaxException("Command Argument Error. 11");
        };
    }
}
