package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The header of a message or of a part, in the making. Values are written so that every line is ASCII and short. */
final class HeaderLines {

    private final StringBuilder lines = new StringBuilder();

    /** A value that is ASCII, encoded and folded already. */
    HeaderLines raw(String name, String value) {
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** Free text in any language. */
    HeaderLines text(String name, String value) {
        int column = name.length() + 2;
        boolean plain = !EncodedWords.needed(value) && Folding.isSafe(value);
        return raw(name, plain ? Folding.fold(value, column) : EncodedWords.encode(value, column));
    }

    /** Nothing where there is no address. */
    HeaderLines addresses(String name, List<MailAddress> addresses) {
        if (addresses.isEmpty()) {
            return this;
        }
        StringBuilder value = new StringBuilder();
        int column = name.length() + 2;
        for (MailAddress address : addresses) {
            if (value.length() > 0) {
                value.append(',').append(Folding.BREAK);
                column = 1;
            }
            value.append(AddressText.of(address, column));
        }
        return raw(name, value.toString());
    }

    /** Each on a line of its own, since they are long; nothing where there is none. */
    HeaderLines ids(String name, List<String> ids) {
        return ids.isEmpty() ? this : raw(name, String.join(Folding.BREAK, ids));
    }

    /** With the empty line that ends a header. UTF-8 only for the addresses that need it (RFC 6532). */
    byte[] octets() {
        return (lines + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
