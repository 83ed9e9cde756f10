package dev.outlookmailbox.imap.wire;

import dev.outlookmailbox.imap.content.Content;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One response of the server. {@link #tokens()} reads from the reader's buffer and is good until the next response is read;
 * everything else stays.
 */
public final class Response {

    /** What kind of line it is; STRAY is what follows no grammar, such as Exchange's bare {@code [COPYUID 55 31 6]}. */
    public enum Kind {
        CONTINUATION,
        TAGGED,
        UNTAGGED,
        STRAY
    }

    /** The condition that a status response reports. */
    public enum Status {
        OK,
        NO,
        BAD,
        BYE,
        PREAUTH,
        NONE
    }

    private final Kind kind;
    private final String tag;
    private final Status status;
    private final long number;
    private final String name;
    private final String text;
    private final Tokens tokens;

    private Response(Kind kind, String tag, Status status, long number, String name, String text, Tokens tokens) {
        this.kind = kind;
        this.tag = tag;
        this.status = status;
        this.number = number;
        this.name = name;
        this.text = text;
        this.tokens = tokens;
    }

    static Response parse(byte[] line, int size, Map<Integer, Content> spooled) {
        Tokens tokens = new Tokens(line, 0, size, spooled);
        if (size > 0 && line[0] == '+') {
            tokens.skip(1);
            return new Response(Kind.CONTINUATION, "", Status.NONE, 0, "", tokens.rest(), tokens);
        }
        if (size > 1 && line[0] == '*' && line[1] == ' ') {
            tokens.skip(2);
            return untagged(tokens);
        }
        String tag = tokens.word();
        Status status = statusOf(tokens.word());
        return status == Status.NONE
                ? new Response(Kind.STRAY, "", status, 0, "", new Tokens(line, 0, size, spooled).rest(), tokens)
                : new Response(Kind.TAGGED, tag, status, 0, "", tokens.rest(), tokens);
    }

    private static Response untagged(Tokens tokens) {
        String word = tokens.word();
        Status status = statusOf(word);
        if (status != Status.NONE) {
            return new Response(Kind.UNTAGGED, "", status, 0, "", tokens.rest(), tokens);
        }
        boolean numbered = !word.isEmpty() && word.length() < 12 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        String name = (numbered ? tokens.word() : word).toUpperCase(Locale.ROOT);
        return new Response(Kind.UNTAGGED, "", status, numbered ? Long.parseLong(word) : 0, name, "", tokens);
    }

    static boolean isStatus(byte[] line, int from, int size) {
        return statusOf(new Tokens(line, from, size, Map.of()).word()) != Status.NONE;
    }

    private static Status statusOf(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "OK" -> Status.OK;
            case "NO" -> Status.NO;
            case "BAD" -> Status.BAD;
            case "BYE" -> Status.BYE;
            case "PREAUTH" -> Status.PREAUTH;
            default -> Status.NONE;
        };
    }

    public Kind kind() {
        return kind;
    }

    public boolean isTagged(String expected) {
        return kind == Kind.TAGGED && tag.equals(expected);
    }

    public Status status() {
        return status;
    }

    /** The number in {@code * 12 EXISTS}, else 0. */
    public long number() {
        return number;
    }

    /** The upper-case name of a data response, as in EXISTS, FETCH, LIST; else empty. */
    public String name() {
        return name;
    }

    /** What a status response, a continuation or a stray line says, response code included; else empty. */
    public String text() {
        return text;
    }

    /** What follows the name of a data response. */
    public Tokens tokens() {
        return tokens;
    }

    /** The argument of a response code such as {@code [UIDNEXT 42]}, {@code ""} if it has none. */
    public Optional<String> code(String wanted) {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        int end = text.indexOf(']');
        String inside = text.substring(1, end < 0 ? text.length() : end);
        int space = inside.indexOf(' ');
        String found = space < 0 ? inside : inside.substring(0, space);
        return found.equalsIgnoreCase(wanted)
                ? Optional.of(space < 0 ? "" : inside.substring(space + 1))
                : Optional.empty();
    }
}
