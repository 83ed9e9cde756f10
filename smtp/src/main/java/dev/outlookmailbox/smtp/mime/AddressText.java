package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import java.net.IDN;

/** Addresses as headers and envelope hold them. */
public final class AddressText {

    private AddressText() {}

    /**
     * The address for header and envelope. A domain outside ASCII becomes punycode (RFC 5891), which every server understands;
     * a local part outside ASCII stays and needs SMTPUTF8.
     *
     * @throws IllegalArgumentException if the domain is none
     */
    public static String wire(MailAddress address) {
        String text = address.address();
        if (isAscii(text)) {
            return text;
        }
        int at = text.lastIndexOf('@');
        String local = text.substring(0, at);
        try {
            return local + "@" + IDN.toASCII(text.substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + address.address() + "' has no valid domain: " + e.getMessage());
        }
    }

    /** Whether only a server with SMTPUTF8 (RFC 6531) can take the address. */
    public static boolean needsSmtpUtf8(MailAddress address) {
        return !isAscii(wire(address));
    }

    /** For a header: with the display name, encoded and folded. */
    static String of(MailAddress address, int column) {
        if (address.name().isEmpty()) {
            return wire(address);
        }
        String name = displayName(address.name(), column);
        int used = name.length() - Math.max(0, name.lastIndexOf('\n'));
        boolean fits = column + used + wire(address).length() + 3 <= Folding.LINE;
        return name + (fits ? " <" : Folding.BREAK + "<") + wire(address) + ">";
    }

    private static String displayName(String name, int column) {
        if (EncodedWords.needed(name) || name.length() > 200) {
            return EncodedWords.encode(name, column);
        }
        boolean atoms = name.matches("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
        return atoms ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
