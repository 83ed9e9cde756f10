package dev.outlookmailbox.smtp.mime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * File names as header parameters, in the two ways that between them every mail program reads. Jakarta Mail writes one of them,
 * and a long name on one line, however long.
 */
final class FileNames {

    private static final String BREAK = "\r\n ";
    private static final Pattern SEGMENT = Pattern.compile("(?:%..|[^%]){1,16}");

    private FileNames() {}

    /** {@code ; name="…"}, in encoded words where need be, which older Outlook reads and RFC 2047 does not foresee. */
    static String nameParameter(String fileName) {
        String value = isPlain(fileName)
                ? quotable(fileName)
                : HeaderText.encoded(fileName, 8).replace(" ", BREAK);
        return parameter("name=\"" + value + '"');
    }

    /** {@code ; filename=…}, in parts that are percent-encoded where need be (RFC 2231). */
    static String fileNameParameter(String fileName) {
        if (isPlain(fileName)) {
            return parameter("filename=\"" + quotable(fileName) + '"');
        }
        String encoded = URLEncoder.encode(HeaderText.wellFormed(fileName), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        List<String> segments =
                SEGMENT.matcher(encoded).results().map(MatchResult::group).toList();
        if (segments.size() == 1) {
            return parameter("filename*=UTF-8''" + encoded);
        }
        StringBuilder parameters = new StringBuilder(parameter("filename*0*=UTF-8''" + segments.get(0)));
        for (int n = 1; n < segments.size(); n++) {
            parameters.append(parameter("filename*" + n + "*=" + segments.get(n)));
        }
        return parameters.toString();
    }

    private static String parameter(String nameAndValue) {
        return ";" + BREAK + nameAndValue;
    }

    private static boolean isPlain(String fileName) {
        return fileName.length() <= 200 && HeaderText.isPlain(fileName);
    }

    /** Plain names hold no backslash. */
    private static String quotable(String plain) {
        return plain.replace("\"", "\\\"");
    }
}
