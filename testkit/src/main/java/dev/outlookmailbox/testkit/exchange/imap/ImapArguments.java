package dev.outlookmailbox.testkit.exchange.imap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words of a command from left to right: atoms, quoted strings, literals, parenthesised lists as a whole. */
final class ImapArguments {

    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+}\r\n");

    private final String raw;
    private int position;

    ImapArguments(String raw, int position) {
        this.raw = raw;
        this.position = position;
    }

    /** A word, unquoted, and where it stands in the command. */
    record Word(String text, int start, int end) {}

    int position() {
        return position;
    }

    /** The next character that is no space, {@code 0} at the end. */
    char peek() {
        while (position < raw.length() && raw.charAt(position) == ' ') {
            position++;
        }
        return position < raw.length() ? raw.charAt(position) : 0;
    }

    /** @throws SyntaxException if there is none */
    Word next() throws SyntaxException {
        char first = peek();
        if (first == 0) {
            throw new SyntaxException("Command Argument Error. 11");
        }
        if (first == '"') {
            return quoted();
        }
        if (first == '{') {
            return literal();
        }
        return first == '(' ? upTo(closingParenthesis()) : upTo(endOfAtom());
    }

    private Word quoted() throws SyntaxException {
        int start = position++;
        StringBuilder text = new StringBuilder();
        while (position < raw.length() && raw.charAt(position) != '"') {
            if (raw.charAt(position) == '\\') {
                position++;
            }
            text.append(position < raw.length() ? raw.charAt(position) : "");
            position++;
        }
        if (position >= raw.length()) {
            throw new SyntaxException("Command Argument Error. 12");
        }
        return new Word(text.toString(), start, ++position);
    }

    private Word literal() throws SyntaxException {
        Matcher marker = LITERAL.matcher(raw).region(position, raw.length());
        if (!marker.lookingAt()) {
            return upTo(endOfAtom());
        }
        int start = position;
        int end = marker.end() + Integer.parseInt(marker.group(1));
        if (end > raw.length()) {
            throw new SyntaxException("Command Argument Error. 13");
        }
        position = end;
        return new Word(raw.substring(marker.end(), end), start, end);
    }

    private Word upTo(int end) {
        int start = position;
        position = end;
        return new Word(raw.substring(start, end), start, end);
    }

    private int endOfAtom() {
        int space = raw.indexOf(' ', position);
        return space < 0 ? raw.length() : space;
    }

    private int closingParenthesis() throws SyntaxException {
        int close = raw.indexOf(')', position);
        if (close < 0) {
            throw new SyntaxException("Command Argument Error. 14");
        }
        return close + 1;
    }
}
