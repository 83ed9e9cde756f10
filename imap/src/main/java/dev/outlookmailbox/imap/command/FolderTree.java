package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.FolderRole;
import dev.outlookmailbox.imap.command.ListFolders.Listed;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All folders of a mailbox at one moment.
 *
 * @param entries parents before their children, the folders with a role first on each level
 */
public record FolderTree(List<FolderEntry> entries) {

    private static final List<FolderRole> ROLES = List.of(FolderRole.values());

    public FolderTree {
        entries = List.copyOf(entries);
    }

    static FolderTree of(List<Listed> listed) {
        List<Listed> open = listed.stream().filter(Listed::canBeOpened).toList();
        Map<String, FolderRole> roles = FolderRoles.assign(open);
        List<FolderEntry> entries = new ArrayList<>();
        for (Listed one : open) {
            String path = one.path();
            FolderRole role = roles.getOrDefault(path, FolderRole.NONE);
            entries.add(new FolderEntry(path, one.mailbox(), role, FolderRoles.holdsMail(path, role)));
        }
        Map<String, FolderRole> byPath =
                entries.stream().collect(Collectors.toMap(FolderEntry::path, FolderEntry::role, (a, b) -> a));
        entries.sort(Comparator.comparing((FolderEntry entry) -> sortKey(entry.path(), byPath)));
        return new FolderTree(entries);
    }

    /** Finds a folder by its path; INBOX in any case, accents in any composition. */
    public Optional<FolderEntry> find(String path) {
        String wanted = canonical(path);
        return entries.stream()
                .filter(entry -> canonical(entry.path()).equals(wanted))
                .findFirst();
    }

    public Optional<FolderEntry> find(FolderRole role) {
        return entries.stream().filter(entry -> entry.role() == role).findFirst();
    }

    /** The paths most like a mistaken one, at most three. */
    public List<String> nearest(String path) {
        String wanted = canonical(path).toLowerCase(Locale.ROOT);
        return entries.stream()
                .map(FolderEntry::path)
                .sorted(Comparator.comparingInt(existing ->
                        EditDistance.between(wanted, canonical(existing).toLowerCase(Locale.ROOT))))
                .limit(3)
                .toList();
    }

    private static String canonical(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        boolean inbox =
                composed.regionMatches(true, 0, "INBOX", 0, 5) && (composed.length() == 5 || composed.charAt(5) == '/');
        return inbox ? "INBOX" + composed.substring(5) : composed;
    }

    /** Each level becomes its role's rank and its name, with a separator that sorts before everything else. */
    private static String sortKey(String path, Map<String, FolderRole> roles) {
        StringBuilder key = new StringBuilder();
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String level = end < 0 ? path : path.substring(0, end);
            FolderRole role = roles.getOrDefault(level, FolderRole.NONE);
            key.append((char) ('a' + ROLES.indexOf(role)))
                    .append(level.substring(level.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                    .append('\u0000');
            if (end < 0) {
                return key.toString();
            }
        }
    }
}
