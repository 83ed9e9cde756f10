package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.FolderRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The names that Exchange and Outlook.com give their default folders, in some ninety languages. The resource
 * {@code folder-names.tsv} has one name a line, English first: a role, or {@code NO_MAIL}, then a tab and the name.
 */
final class FolderNames {

    private static final String RESOURCE = "folder-names.tsv";
    private static final String NO_MAIL = "NO_MAIL";
    private static final Map<String, Entry> NAMES = load();

    private FolderNames() {}

    static Optional<FolderRole> role(String name) {
        return Optional.ofNullable(NAMES.get(key(name)))
                .filter(entry -> !entry.what.equals(NO_MAIL))
                .map(entry -> FolderRole.valueOf(entry.what));
    }

    static boolean isNoMail(String name) {
        Entry entry = NAMES.get(key(name));
        return entry != null && entry.what.equals(NO_MAIL);
    }

    /** Lower is likelier; for two folders that could both have a role. */
    static int rank(String name) {
        Entry entry = NAMES.get(key(name));
        return entry == null ? NAMES.size() : entry.line;
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> names = new HashMap<>();
        InputStream resource = Objects.requireNonNull(FolderNames.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", 2);
                names.putIfAbsent(key(fields[1]), new Entry(fields[0], names.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }

    private static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private record Entry(String what, int line) {}
}
