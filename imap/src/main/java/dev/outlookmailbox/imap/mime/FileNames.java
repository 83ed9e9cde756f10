package dev.outlookmailbox.imap.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for files that come from strangers. */
public final class FileNames {

    private static final int MAX_BYTES = 200;
    private static final int MOST_TRIES = 10_000;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/rfc822-headers", "txt"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("message/delivery-status", "txt"),
            Map.entry("message/disposition-notification", "txt"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/octet-stream", "bin"));

    private FileNames() {}

    /** A name for a part that has none. */
    public static String invent(String contentType, Optional<String> subject, Set<String> taken) {
        String stem = subject.filter(text -> !text.isBlank()).orElse("attachment");
        String extension = extension(contentType);
        String name = stem + "." + extension;
        for (int n = 2; taken.contains(name); n++) {
            name = stem + "-" + n + "." + extension;
        }
        return name;
    }

    /**
     * Creates an empty file of that name, made safe, directly in the directory; with a number added if the name is taken.
     *
     * @throws IOException if the directory is not there or cannot be written
     */
    public static Path createIn(Path directory, String name) throws IOException {
        String safe = safe(name);
        int dot = safe.lastIndexOf('.');
        String stem = dot > 0 ? safe.substring(0, dot) : safe;
        String extension = dot > 0 ? safe.substring(dot) : "";
        for (int n = 1; n <= MOST_TRIES; n++) {
            try {
                return Files.createFile(directory.resolve(n == 1 ? safe : stem + " (" + n + ")" + extension));
            } catch (FileAlreadyExistsException e) {
                // the next number
            }
        }
        throw new FileAlreadyExistsException(directory.resolve(safe).toString());
    }

    /** The last step of any path in it, without what a file system or a reader could take for something else. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder(last.length());
        last.codePoints()
                .filter(c -> !isInvisible(c))
                .forEach(c -> kept.appendCodePoint("<>:\"|?*".indexOf(c) >= 0 ? '_' : c));
        String trimmed = kept.toString().replaceAll("^[. ]+|(?<![. ])[. ]++$", "");
        String plain = RESERVED.matcher(trimmed).matches() ? "_" + trimmed : trimmed;
        return plain.isEmpty() ? "attachment" : shorten(plain);
    }

    /** Control characters, and those that turn the direction of writing, so that "gpj.exe" reads as "exe.jpg". */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** File systems count bytes; the extension stays. */
    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
        int most = Math.min(name.length() - extension.length(), MAX_BYTES);
        boolean tornPair = most > 0 && Character.isHighSurrogate(name.charAt(most - 1));
        StringBuilder stem = new StringBuilder(name.substring(0, tornPair ? most - 1 : most));
        while (stem.length() > 1 && (stem + extension).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            int last = stem.codePointBefore(stem.length());
            stem.setLength(stem.length() - Character.charCount(last));
        }
        return stem + extension;
    }

    private static String extension(String contentType) {
        String subtype = contentType.substring(contentType.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.getOrDefault(contentType, subtype.matches("[a-z0-9]{1,8}") ? subtype : "bin");
    }
}
