package dev.outlookmailbox.core;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A mailbox with an optional display name (RFC 5322 {@code mailbox}).
 *
 * <p>Neither part can hold control characters, so an address can never add a header line. Addresses read from mail in the
 * wild may be incomplete (a group name, a local part alone); {@link #isComplete()} tells whether mail can be sent there.
 *
 * @param name the display name in plain Unicode, {@code ""} where there is none
 * @param address the address, as in {@code ada@example.com}; Unicode (RFC 6531) is allowed
 */
public record MailAddress(String name, String address) {

    private static final Pattern LOCAL_PART = Pattern.compile("[^()<>\\[\\]:;@\\\\,\"]+|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}.\\-\u3002]+|\\[[A-Za-z0-9.:\\-]+]");

    /**
     * @throws IllegalArgumentException if a part holds a control character such as CR or LF, or the address holds
     *     white space or angle brackets
     */
    public MailAddress {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        refuseControlCharacters("display name", name);
        refuseControlCharacters("address", address);
        if (address.chars()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '<' || c == '>')) {
            throw new IllegalArgumentException("An address cannot hold spaces or angle brackets: '" + address
                    + "'. For a name and an address in one string use MailAddress.of(\"Ada <ada@example.com>\").");
        }
    }

    /**
     * Parses {@code ada@example.com}, {@code Ada Lovelace <ada@example.com>} or {@code "Lovelace, Ada" <ada@example.com>}.
     *
     * @throws IllegalArgumentException if the text is anything else, more than one address, or has no domain
     */
    public static MailAddress of(String text) {
        Objects.requireNonNull(text, "text");
        refuseControlCharacters("address", text);
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        MailAddress parsed = open >= 0 && trimmed.endsWith(">")
                ? new MailAddress(
                        unquote(trimmed.substring(0, open).strip()), trimmed.substring(open + 1, trimmed.length() - 1))
                : new MailAddress("", trimmed);
        if (!parsed.isComplete()) {
            throw new IllegalArgumentException(
                    "Not a mail address: '" + text + "'. Expected ada@example.com or Ada <ada@example.com>.");
        }
        return parsed;
    }

    /**
     * Whether there is exactly one local part and one domain, so that a server can be asked to deliver to it. The local part is
     * a dot-atom or a quoted string, the domain of letters, digits, hyphens and dots in any script, or an address literal.
     */
    public boolean isComplete() {
        int at = address.lastIndexOf('@');
        return at > 0
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
    }

    /** Whether both name the same mailbox: ASCII letters are compared without regard to case, the names not at all. */
    public boolean sameMailbox(MailAddress other) {
        return lowerAscii(address).equals(lowerAscii(other.address));
    }

    /** Readable and accepted by {@link #of}: {@code Ada <ada@example.com>}; not encoded for use in a header. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return address;
        }
        boolean plain = name.equals(name.strip())
                && name.chars().allMatch(c -> c > 127 || Character.isLetterOrDigit(c) || " -_'.".indexOf(c) >= 0);
        return (plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"') + " <" + address + ">";
    }

    /** Unlike {@link String#equalsIgnoreCase}, which takes the Kelvin sign for a k. */
    private static String lowerAscii(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    private static String unquote(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static void refuseControlCharacters(String what, String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
            throw new IllegalArgumentException("A mail " + what
                    + " cannot hold line breaks or other control characters; remove them before building the address.");
        }
    }
}
