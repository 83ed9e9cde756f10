package dev.outlookmailbox.smtp;

import java.net.URLConnection;
import java.util.Locale;
import java.util.Map;

/** Says what a file is by its name, the same on every operating system. */
final class FileTypes {

    private static final String UNKNOWN = "application/octet-stream";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** What the JDK's own table lacks in one version or another. */
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", OFFICE + "wordprocessingml.document"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", OFFICE + "presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("csv", "text/csv"),
            Map.entry("ics", "text/calendar"),
            Map.entry("vcf", "text/vcard"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("webp", "image/webp"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"));

    private FileTypes() {}

    /** A type that {@link FieldRules#contentType} lets pass; saved mail counts as unknown. */
    static String of(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String known = BY_EXTENSION.get(extension);
        if (known != null) {
            return known;
        }
        String guess = URLConnection.guessContentTypeFromName("file." + extension.replace('#', '_'));
        boolean holdsParts = guess == null || guess.startsWith("message/") || guess.startsWith("multipart/");
        return holdsParts ? UNKNOWN : guess;
    }
}
