package dev.outlookmailbox.smtp.mime;

import dev.outlookmailbox.core.MailAddress;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
            return local + "@" + IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + address.address() + "' has no valid domain: " + e.getMessage());
        }
    }

    /** Whether only a server with SMTPUTF8 (RFC 6531) can take the address. */
    public static boolean needsSmtpUtf8(MailAddress address) {
        return !isAscii(wire(address));
    }

    /**
     * For a header: with display names, encoded and folded.
     *
     * @param column how much of the first line is taken
     */
    static String list(List<MailAddress> addresses, int column) {
        return InternetAddress.toString(
                addresses.stream().map(AddressText::of).toArray(InternetAddress[]::new), column);
    }

    private static InternetAddress of(MailAddress address) {
        InternetAddress internet = new InternetAddress();
        internet.setAddress(wire(address));
        if (!address.name().isEmpty()) {
            try {
                internet.setPersonal(HeaderText.encoded(address.name(), 1), StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return internet;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
