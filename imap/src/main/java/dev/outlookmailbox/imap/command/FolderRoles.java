package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.FolderRole;
import dev.outlookmailbox.imap.command.ListFolders.Listed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each folder is for: by its RFC 6154 attribute if it has one, else by its name, which Exchange gives in the language that
 * the mailbox had at its first sign-in. Only whole names at the top level (or right below INBOX) count.
 */
final class FolderRoles {

    private static final Map<String, FolderRole> ATTRIBUTES = Map.of(
            "\\sent", FolderRole.SENT,
            "\\drafts", FolderRole.DRAFTS,
            "\\trash", FolderRole.TRASH,
            "\\junk", FolderRole.JUNK,
            "\\archive", FolderRole.ARCHIVE);

    private FolderRoles() {}

    /** Path to role, each role at most once. */
    static Map<String, FolderRole> assign(List<Listed> folders) {
        Map<FolderRole, String> paths = new HashMap<>();
        paths.put(FolderRole.INBOX, "INBOX");
        for (Listed folder : folders) {
            for (Map.Entry<String, FolderRole> attribute : ATTRIBUTES.entrySet()) {
                if (folder.attributes().contains(attribute.getKey())) {
                    paths.putIfAbsent(attribute.getValue(), folder.path());
                }
            }
        }
        folders.stream()
                .map(Listed::path)
                .filter(path -> !paths.containsValue(path))
                .sorted(Comparator.comparingInt(FolderRoles::preference))
                .forEach(path -> byName(path).ifPresent(role -> paths.putIfAbsent(role, path)));
        Map<String, FolderRole> roles = new HashMap<>();
        paths.forEach((role, path) -> roles.put(path, role));
        return roles;
    }

    /** Whether a folder without a role is likely to hold mail: none of Outlook's calendars, contacts, tasks and the like. */
    static boolean holdsMail(String path, FolderRole role) {
        int slash = path.indexOf('/');
        String top = slash < 0 ? path : path.substring(0, slash);
        return role != FolderRole.NONE || !FolderNames.isNoMail(top);
    }

    private static Optional<FolderRole> byName(String path) {
        return level(path) > 1 ? Optional.empty() : FolderNames.role(path.substring(path.lastIndexOf('/') + 1));
    }

    private static int preference(String path) {
        return 10_000 * level(path) + FolderNames.rank(path.substring(path.lastIndexOf('/') + 1));
    }

    /** 0 at the top, 1 right below INBOX, 2 everywhere else. */
    private static int level(String path) {
        if (path.indexOf('/') < 0) {
            return 0;
        }
        return path.startsWith("INBOX/") && path.indexOf('/', 6) < 0 ? 1 : 2;
    }
}
