package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.imap.content.Content;
import dev.outlookmailbox.imap.content.MemoryContent;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the tokens of one response: atoms, strings, literals, lists (RFC 3501 section 4). Every method first skips
 * spaces. What makes no sense ends in an {@link UnparsableException}; nothing ever reads beyond the response.
 */
public final class Tokens {

    private final byte[] bytes;
    private final int end;
    private final Map<Integer, Content> spooled;
    private int at;

    Tokens(byte[] bytes, int from, int end, Map<Integer, Content> spooled) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.spooled = spooled;
    }

    public boolean atEnd() {
        skipSpaces();
        return at >= end;
    }

    /** The next byte without taking it, 0 at the end. */
    public byte peek() {
        skipSpaces();
        return at < end ? bytes[at] : 0;
    }

    /** Takes the byte if it comes next. */
    public boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    public void expect(char wanted) {
        if (!take(wanted)) {
            throw unparsable("'" + wanted + "' expected");
        }
    }

    /** Up to the next space, whatever it holds; empty at the end. */
    public String word() {
        skipSpaces();
        int start = at;
        while (at < end && bytes[at] != ' ') {
            at++;
        }
        return WireText.decode(bytes, start, at);
    }

    /** Everything that is left, as text. */
    public String rest() {
        skipSpaces();
        int start = at;
        at = end;
        return WireText.decode(bytes, start, end);
    }

    /** An atom: ends before a space, a parenthesis or a quote. A section as in {@code BODY[HEADER.FIELDS (X)]} belongs to it. */
    public String atom() {
        skipSpaces();
        int start = at;
        skipAtom();
        if (at == start) {
            throw unparsable("atom expected");
        }
        return WireText.decode(bytes, start, at);
    }

    /** A number of up to 63 bits. */
    public long number() {
        skipSpaces();
        int start = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - start < 18) {
            value = 10 * value + bytes[at++] - '0';
        }
        if (at == start) {
            throw unparsable("number expected");
        }
        return value;
    }

    /** A string, a literal or an atom; null for NIL. 8-bit text is read as UTF-8 if it is, else as windows-1252. */
    public @Nullable String nstring() {
        byte first = peek();
        if (first == '"') {
            return quoted();
        }
        if (first == '{') {
            int start = literalStart();
            if (spooled.containsKey(start)) {
                throw unparsable("a string of more than 64 KiB");
            }
            return WireText.decode(bytes, start, at);
        }
        String atom = atom();
        return atom.equalsIgnoreCase("NIL") ? null : atom;
    }

    /** A string or literal as bytes; null for NIL. The caller owns what it gets. */
    public @Nullable Content ncontent() {
        byte first = peek();
        if (first == '{') {
            int start = literalStart();
            Content large = spooled.get(start);
            return large != null ? large : new MemoryContent(Arrays.copyOfRange(bytes, start, at));
        }
        if (first == '"') {
            return new MemoryContent(quotedBytes());
        }
        return atom().equalsIgnoreCase("NIL") ? null : new MemoryContent(new byte[0]);
    }

    /** Steps over one value: an atom, a string, a literal, or a whole list. Needs no recursion, so no nesting can hurt. */
    public void skipValue() {
        int depth = 0;
        do {
            byte next = peek();
            if (at >= end) {
                throw unparsable("unexpected end");
            } else if (next == '(') {
                depth++;
                at++;
            } else if (next == ')') {
                depth--;
                at++;
            } else if (next == '"') {
                skipQuoted();
            } else if (next == '{') {
                literalStart();
            } else {
                atom();
            }
        } while (depth > 0);
    }

    /** A cursor over the next value alone; this one is behind it then. */
    public Tokens value() {
        skipSpaces();
        int start = at;
        skipValue();
        return new Tokens(bytes, start, at, spooled);
    }

    void skip(int count) {
        at += count;
    }

    private void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private void skipAtom() {
        while (at < end && !endsAtom(bytes[at])) {
            if (bytes[at] == '[') {
                while (at < end && bytes[at] != ']') {
                    at++;
                }
            }
            at = Math.min(end, at + 1);
        }
    }

    private static boolean endsAtom(byte b) {
        return b == ' ' || b == '(' || b == ')' || b == '"' || b == '\r' || b == '\n';
    }

    /** Stands behind the literal afterwards; the index of its first byte is the result. */
    private int literalStart() {
        at++;
        long length = number();
        expect('}');
        int start = at + 2;
        long after = spooled.containsKey(start) ? start : start + length;
        if (after > end) {
            throw unparsable("literal cut off");
        }
        at = (int) after;
        return start;
    }

    private String quoted() {
        int start = at + 1;
        if (!skipQuoted()) {
            return WireText.decode(bytes, start, at - 1);
        }
        byte[] plain = unescaped(start, at - 1);
        return WireText.decode(plain, 0, plain.length);
    }

    private byte[] quotedBytes() {
        int start = at + 1;
        skipQuoted();
        return unescaped(start, at - 1);
    }

    /** Stands behind the closing quote afterwards; tells whether there was a backslash. */
    private boolean skipQuoted() {
        boolean escaped = false;
        for (at++; at < end; at++) {
            if (bytes[at] == '\\') {
                escaped = true;
                at++;
            } else if (bytes[at] == '"') {
                at++;
                return escaped;
            }
        }
        throw unparsable("closing quote missing");
    }

    private byte[] unescaped(int start, int stop) {
        byte[] plain = new byte[stop - start];
        int n = 0;
        for (int i = start; i < stop; i++) {
            if (bytes[i] == '\\' && i + 1 < stop) {
                i++;
            }
            plain[n++] = bytes[i];
        }
        return Arrays.copyOf(plain, n);
    }

    private UnparsableException unparsable(String what) {
        return new UnparsableException(what + " at octet " + at + " of " + end);
    }
}
