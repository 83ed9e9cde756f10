package dev.outlookmailbox.testkit.exchange.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All commands by name. What Exchange lacks (SORT, GETQUOTA, ENABLE and so on) is absent. */
final class ImapCommands {

    /** Allowed before the sign-in. */
    private static final Set<String> ANONYMOUS = Set.of("CAPABILITY", "NOOP", "ID", "LOGIN", "AUTHENTICATE", "LOGOUT");

    /** Allowed only with a folder selected. */
    private static final List<String> IN_FOLDER =
            List.of("CHECK", "CLOSE", "EXPUNGE", "FETCH", "SEARCH", "UID FETCH", "UID SEARCH", "UID EXPUNGE");

    private final Map<String, ImapCommand> byName = new HashMap<>();

    ImapCommands() {
        byName.put("CAPABILITY", new CapabilityCommand());
        byName.put("AUTHENTICATE", new AuthenticateCommand());
        byName.put("LOGIN", (request, client) -> client.no(request, "LOGIN failed."));
        byName.put("LOGOUT", new LogoutCommand());
        byName.put("ID", new IdCommand());
        byName.put("NAMESPACE", new NamespaceCommand());
        byName.put("SELECT", new SelectCommand(false));
        byName.put("EXAMINE", new SelectCommand(true));
        byName.put("UNSELECT", new UnselectCommand());
        byName.put("LIST", new ListCommand("LIST"));
        byName.put("LSUB", new ListCommand("LSUB"));
        byName.put("STATUS", new StatusCommand());
        byName.put("APPEND", new AppendCommand());
        byName.put("CREATE", new CreateCommand());
        byName.put("RENAME", new RenameCommand());
        byName.put("IDLE", new IdleCommand());
        byName.put("NOOP", GreenMailCommand.plain());
        byName.put("STORE", new StoreCommand());
        byName.put("UID STORE", new StoreCommand());
        IN_FOLDER.forEach(name -> byName.put(name, GreenMailCommand.inFolder()));
        List.of("DELETE", "SUBSCRIBE", "UNSUBSCRIBE").forEach(name -> byName.put(name, GreenMailCommand.onFolder()));
        List.of("COPY", "MOVE", "UID COPY", "UID MOVE").forEach(name -> byName.put(name, GreenMailCommand.toFolder()));
    }

    @Nullable
    ImapCommand find(String name) {
        return byName.get(name);
    }

    boolean needsSignIn(String name) {
        return !ANONYMOUS.contains(name);
    }
}
