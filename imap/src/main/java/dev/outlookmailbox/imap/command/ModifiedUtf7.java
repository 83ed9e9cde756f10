package dev.outlookmailbox.imap.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mailbox names on the wire (RFC 3501 section 5.1.3), decoded for people. What is not well-formed stays as it is. */
final class ModifiedUtf7 {

    private ModifiedUtf7() {}

    static String decode(String name) {
        if (name.indexOf('&') < 0) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < name.length()) {
            int end = name.charAt(at) == '&' ? name.indexOf('-', at) : -1;
            if (end == at + 1) {
                text.append('&');
                at = end + 1;
            } else if (end > 0) {
                text.append(shifted(name.substring(at + 1, end)));
                at = end + 1;
            } else {
                text.append(name.charAt(at++));
            }
        }
        return text.toString();
    }

    private static String shifted(String base64) {
        try {
            byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
            return new String(utf16, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException malformed) {
            return "&" + base64 + "-";
        }
    }
}
