package dev.outlookmailbox.imap.mime;

import dev.outlookmailbox.imap.wire.WireText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The header of a message or part, unfolded, in its order. Values may hold raw 8-bit text. */
final class HeaderFields {

    static final HeaderFields NONE = new HeaderFields(List.of(), Charsets.WINDOWS_1252);

    private final List<Field> fields;
    private final Charset fallback;

    private HeaderFields(List<Field> fields, Charset fallback) {
        this.fields = fields;
        this.fallback = fallback;
    }

    /** Lines that are no field are left out. */
    static HeaderFields parse(byte[] block) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < block.length) {
            int end = fieldEnd(block, at);
            int colon = at;
            while (colon < end && block[colon] != ':') {
                colon++;
            }
            if (colon > at && colon < end) {
                String name = WireText.decode(block, at, colon).strip();
                fields.add(new Field(name, unfold(block, colon + 1, end)));
            }
            at = end;
        }
        return new HeaderFields(fields, fallbackOf(fields));
    }

    /** The first field of a name, decoded to Unicode; RFC 2047 is left as it is. */
    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .findFirst()
                .map(this::text);
    }

    /** All fields of a name, joined by commas: for address lists, which senders repeat against the rules. */
    String joined(String name) {
        List<String> values = fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(this::text)
                .toList();
        return String.join(",", values);
    }

    private String text(Field field) {
        return WireText.decode(field.value, 0, field.value.length, fallback).strip();
    }

    /** A field goes on while lines begin with white space (RFC 5322 section 2.2.3). */
    private static int fieldEnd(byte[] block, int at) {
        int end = at;
        do {
            while (end < block.length && block[end] != '\n') {
                end++;
            }
            end = Math.min(block.length, end + 1);
        } while (end < block.length && (block[end] == ' ' || block[end] == '\t'));
        return end;
    }

    private static byte[] unfold(byte[] block, int from, int to) {
        byte[] value = new byte[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (block[i] != '\r' && block[i] != '\n') {
                value[n++] = block[i];
            }
        }
        return Arrays.copyOf(value, n);
    }

    /** Who writes raw 8-bit headers writes them in the charset of the body. */
    private static Charset fallbackOf(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase("Content-Type"))
                .findFirst()
                .map(field -> new String(field.value, StandardCharsets.ISO_8859_1))
                .map(FieldValue::parse)
                .flatMap(value -> value.parameter("charset"))
                .flatMap(Charsets::named)
                .orElse(Charsets.WINDOWS_1252);
    }

    private static final class Field {
        private final String name;
        private final byte[] value;

        private Field(String name, byte[] value) {
            this.name = name;
            this.value = value;
        }
    }
}
