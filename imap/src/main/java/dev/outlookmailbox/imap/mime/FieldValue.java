package dev.outlookmailbox.imap.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value with parameters, as in Content-Type and Content-Disposition.
 *
 * @param value in lower case, {@code ""} if there is none
 * @param parameters as they stand in the header, names in lower case, quotes removed
 */
record FieldValue(String value, Map<String, String> parameters) {

    /** No sender needs more, and a stranger's quotes that never close cost the square of it. */
    private static final int MOST = 4 * 1024;

    static final FieldValue NONE = new FieldValue("", Map.of());

    static FieldValue parse(String header) {
        String text = header.substring(0, Math.min(header.length(), MOST));
        int semicolon = nextSemicolon(text, 0);
        String value = withoutComment(text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        while (semicolon < text.length()) {
            int end = nextSemicolon(text, semicolon + 1);
            String parameter = text.substring(semicolon + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                parameters.putIfAbsent(
                        name, unquote(parameter.substring(equals + 1).strip()));
            }
            semicolon = end;
        }
        return new FieldValue(value, parameters);
    }

    /** A parameter by its lower-case name, with RFC 2231 put together and RFC 2047 (which some senders use here) decoded. */
    Optional<String> parameter(String name) {
        return ExtendedParameter.decode(name, parameters)
                .or(() -> Optional.ofNullable(parameters.get(name)).map(EncodedWords::decode));
    }

    private static int nextSemicolon(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        // a quote that never closes hides nothing
        int plain = quoted ? text.indexOf(';', from) : -1;
        return plain < 0 ? text.length() : plain;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return withoutComment(text).strip();
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            boolean escaped =
                    text.charAt(i) == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
            plain.append(text.charAt(escaped ? ++i : i));
        }
        return plain.toString();
    }

    private static String withoutComment(String text) {
        int open = text.indexOf(" (");
        return open < 0 ? text : text.substring(0, open);
    }
}
