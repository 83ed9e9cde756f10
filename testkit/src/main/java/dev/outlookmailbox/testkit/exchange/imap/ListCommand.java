package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.exchange.FolderNames;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** LIST and LSUB. Wildcards may stand anywhere; RFC 6154 attributes come unasked, and asking for them is an error. */
final class ListCommand implements ImapCommand {

    private final String verb;

    ListCommand(String verb) {
        this.verb = verb;
    }

    @Override
    public void answer(ImapRequest request, ImapConversation client)
            throws IOException, SyntaxException, FolderException {
        ImapArguments arguments = request.read();
        if (arguments.peek() == '(') {
            throw new SyntaxException("Command Argument Error. 11");
        }
        String reference = FolderNames.decode(arguments.next().text());
        String pattern = FolderNames.decode(arguments.next().text());
        if (arguments.peek() != 0) {
            throw new SyntaxException("Command Argument Error. 11");
        }
        if (pattern.isEmpty()) {
            client.send("* " + verb + " (\\Noselect \\HasChildren) \"/\" \"\"");
        } else {
            list(pattern(reference.isEmpty() ? pattern : reference + "/" + pattern), client);
        }
        client.ok(request, verb + " completed.");
    }

    private void list(Pattern pattern, ImapConversation client) throws IOException, FolderException {
        List<String> names = client.mailbox().folderNames();
        for (String name : names) {
            if (pattern.matcher(name).matches()) {
                boolean parent = names.stream().anyMatch(other -> other.startsWith(name + "/"));
                String attributes = (parent ? "\\HasChildren " : "\\HasNoChildren ")
                        + client.mailbox().attribute(name);
                client.send("* " + verb + " (" + attributes.strip() + ") \"/\" " + FolderNames.encode(name));
            }
        }
    }

    private static Pattern pattern(String wildcards) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < wildcards.length(); i++) {
            char c = wildcards.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '%') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
