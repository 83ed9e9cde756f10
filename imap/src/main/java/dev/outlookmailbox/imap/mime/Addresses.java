package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.core.MailAddress;
import java.util.ArrayList;
import java.util.List;

/** Address lists (RFC 5322 section 3.4) as they are in the wild: groups are opened, comments become names. Never throws. */
public final class Addresses {

    private final String text;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final StringBuilder address = new StringBuilder();
    private boolean hasAngle;
    private int at;

    private Addresses(String text) {
        this.text = text;
    }

    /** Parses the value of a header, RFC 2047 not decoded yet. */
    public static List<MailAddress> parse(String text) {
        Addresses parser = new Addresses(text);
        parser.run();
        return parser.found;
    }

    /** An address of parts that may hold anything: what no address can hold is left out. */
    public static MailAddress lenient(String name, String address) {
        StringBuilder clean = new StringBuilder(address.length());
        address.chars()
                .filter(c -> !Character.isISOControl(c) && !Character.isWhitespace(c) && c != '<' && c != '>')
                .filter(c -> c != '\u2028' && c != '\u2029')
                .forEach(c -> clean.append((char) c));
        return new MailAddress(HeaderText.oneLine(name), clean.toString());
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> name.append(until('"'));
                case '(' -> comment.append(until(')'));
                case '<' -> angle();
                case ',', ';' -> end();
                case ':' -> colon();
                default -> name.append(c);
            }
        }
        end();
    }

    /** What comes before it names a group, unless it belongs to an address without brackets. */
    private void colon() {
        if (name.indexOf("@") >= 0) {
            name.append(':');
        } else {
            name.setLength(0);
        }
    }

    private void angle() {
        int close = text.indexOf('>', at);
        int end = close < 0 ? text.length() : close;
        address.setLength(0);
        address.append(text, at, end);
        hasAngle = true;
        at = Math.min(text.length(), end + 1);
    }

    /** The text up to a closing character, backslashes resolved; up to the end if it never comes. */
    private String until(char close) {
        StringBuilder inside = new StringBuilder();
        while (at < text.length() && text.charAt(at) != close) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at++));
        }
        at++;
        return inside.toString();
    }

    private void end() {
        String shown = EncodedWords.decode(name.toString().strip());
        String remark = EncodedWords.decode(comment.toString().strip());
        if (hasAngle) {
            add(shown.isEmpty() ? remark : shown, address.toString());
        } else if (shown.indexOf('@') >= 0) {
            add(remark, shown);
        } else if (!shown.isEmpty()) {
            boolean one = shown.indexOf(' ') < 0;
            add(one ? remark : shown, one ? shown : "");
        }
        name.setLength(0);
        comment.setLength(0);
        address.setLength(0);
        hasAngle = false;
    }

    private void add(String shownName, String route) {
        int colon = route.startsWith("@") ? route.indexOf(':') : -1;
        MailAddress one = lenient(shownName, route.substring(colon + 1));
        if (!one.name().isEmpty() || !one.address().isEmpty()) {
            found.add(one);
        }
    }
}
