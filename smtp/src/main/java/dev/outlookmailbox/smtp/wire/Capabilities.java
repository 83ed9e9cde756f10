package dev.outlookmailbox.smtp.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the server offers after EHLO: each keyword in upper case with its parameters (RFC 5321 section 4.1.1.1). */
record Capabilities(Map<String, List<String>> keywords) {

    static Capabilities of(Reply ehlo) {
        Map<String, List<String>> keywords = new HashMap<>();
        for (String line : ehlo.lines().subList(1, ehlo.lines().size())) {
            // the old form AUTH=LOGIN counts as AUTH LOGIN
            List<String> words = List.of(line.strip()
                    .toUpperCase(Locale.ROOT)
                    .replace("AUTH=", "AUTH ")
                    .split(" +"));
            keywords.merge(words.get(0), words.subList(1, words.size()), Capabilities::join);
        }
        return new Capabilities(Map.copyOf(keywords));
    }

    boolean startTls() {
        return keywords.containsKey("STARTTLS");
    }

    boolean pipelining() {
        return keywords.containsKey("PIPELINING");
    }

    boolean smtpUtf8() {
        return keywords.containsKey("SMTPUTF8");
    }

    boolean declaresSize() {
        return keywords.containsKey("SIZE");
    }

    /** The largest message in octets; {@link Long#MAX_VALUE} where the server names none (RFC 1870). */
    long size() {
        return keywords.getOrDefault("SIZE", List.of()).stream()
                .filter(limit -> limit.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .filter(limit -> limit > 0)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    List<String> mechanisms() {
        return keywords.getOrDefault("AUTH", List.of());
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
