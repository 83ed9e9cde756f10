package dev.outlookmailbox.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@link StoredToken} as one line of text, for stores that keep strings. It holds the secret in the clear: encrypt it. The
 * version is left to the store. Fields that a later release adds are passed over by an older one. Stateless.
 */
public final class StoredTokenText {

    private static final String FORMAT = "1";

    private StoredTokenText() {}

    public static String print(StoredToken token) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("v", FORMAT);
        fields.put("rt", token.refreshToken());
        fields.put("at", token.obtainedAt().toString());
        MailAddress address = token.address();
        if (address != null) {
            fields.put("addr", address.address());
            fields.put("name", address.name());
        }
        putIfPresent(fields, "tid", token.tenantId());
        putIfPresent(fields, "from", token.origin());
        fields.put("scp", String.join(" ", token.grantedScopes()));
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * @param version the version under which the store keeps it
     * @throws IllegalArgumentException if the text is not one that {@link #print} made; its message shows nothing of it
     */
    public static StoredToken parse(String text, long version) {
        Map<String, String> fields = fields(text);
        String refreshToken = fields.get("rt");
        String obtainedAt = fields.get("at");
        if (!FORMAT.equals(fields.get("v")) || refreshToken == null || obtainedAt == null) {
            throw unreadable();
        }
        String address = fields.get("addr");
        String scopes = fields.getOrDefault("scp", "");
        return new StoredToken(
                refreshToken,
                version,
                address == null ? null : new MailAddress(fields.getOrDefault("name", ""), address),
                fields.get("tid"),
                scopes.isEmpty() ? Set.of() : Set.copyOf(List.of(scopes.split(" "))),
                instant(obtainedAt),
                fields.get("from"));
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw unreadable();
            }
            fields.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw unreadable();
        }
    }

    private static void putIfPresent(Map<String, String> fields, String key, @Nullable String value) {
        if (value != null) {
            fields.put(key, value);
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("This is not a stored token of this library, or it was cut or changed.");
    }
}
