package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.wire.Response;
import dev.outlookmailbox.imap.wire.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LIST (RFC 3501 section 6.3.8). Exchange sends the attributes of RFC 6154 with a plain LIST although it does not announce
 * SPECIAL-USE, and refuses LIST with SPECIAL-USE; so plain LIST it is.
 */
public final class ListFolders {

    private final MailboxSession session;

    public ListFolders(MailboxSession session) {
        this.session = session;
    }

    /** All folders that can be opened, parents before their children. */
    public FolderTree run() {
        return session.run(connection -> {
            List<Listed> listed = new ArrayList<>();
            connection
                    .execute("LIST \"\" \"*\"", response -> {
                        if (response.name().equals("LIST")) {
                            listed.add(listed(response));
                        }
                    })
                    .orThrow();
            return FolderTree.of(listed);
        });
    }

    static Listed listed(Response response) {
        Tokens tokens = response.tokens();
        Set<String> attributes = new HashSet<>();
        tokens.expect('(');
        while (!tokens.take(')')) {
            attributes.add(tokens.atom().toLowerCase(Locale.ROOT));
        }
        String delimiter = tokens.nstring();
        return new Listed(attributes, delimiter, name(tokens));
    }

    /** A name with a tab in it comes unquoted from Exchange, so an unquoted one is all that is left of the line. */
    private static String name(Tokens tokens) {
        if (tokens.peek() != '"' && tokens.peek() != '{') {
            return tokens.rest();
        }
        String name = tokens.nstring();
        return name == null ? "" : name;
    }

    /**
     * A line of the answer.
     *
     * @param attributes in lower case
     * @param delimiter null where there are no levels
     * @param mailbox as on the wire
     */
    record Listed(Set<String> attributes, @Nullable String delimiter, String mailbox) {

        boolean canBeOpened() {
            return !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent") && !mailbox.isEmpty();
        }

        /** In Unicode, with {@code /} between the levels whatever the server uses. */
        String path() {
            String decoded = ModifiedUtf7.decode(mailbox);
            String path = delimiter == null || delimiter.isEmpty() || delimiter.equals("/")
                    ? decoded
                    : decoded.replace(delimiter, "/");
            return path.equalsIgnoreCase("INBOX") ? "INBOX" : path;
        }
    }
}
