package dev.outlookmailbox.imap.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Charsets by the labels that mail carries. Where a label stands for a set whose Microsoft superset is what senders use in fact,
 * the superset is taken: every text of the former is one of the latter.
 */
final class Charsets {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int MAX_CACHED = 500;

    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("big5", "x-windows-950"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"));

    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();

    private Charsets() {}

    /** Empty for what no charset is called, and for US-ASCII: a label of senders who do not know better. */
    static Optional<Charset> named(String label) {
        String key = label.strip().toLowerCase(Locale.ROOT);
        Optional<Charset> known = KNOWN.get(key);
        if (known == null) {
            known = lookUp(key);
            if (KNOWN.size() < MAX_CACHED) {
                KNOWN.put(key, known);
            }
        }
        return known;
    }

    private static Optional<Charset> lookUp(String key) {
        try {
            String name = key.startsWith("cp-") ? "cp" + key.substring(3) : SUPERSETS.getOrDefault(key, key);
            Charset charset = Charset.forName(name);
            return charset.equals(StandardCharsets.US_ASCII) ? Optional.empty() : Optional.of(charset);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
