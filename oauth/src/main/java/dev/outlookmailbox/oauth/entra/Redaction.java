package dev.outlookmailbox.oauth.entra;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Takes the secrets of one request out of the server's words, in case the server repeats them. Immutable. */
public final class Redaction {

    private static final String HIDDEN = "[hidden]";
    private static final int SHORTEST_SECRET = 6;
    private static final int LONGEST_TEXT = 4_000;

    private final String[] secrets;

    public Redaction(String... secrets) {
        this.secrets = secrets.clone();
    }

    /** The text in one line, without the secrets, and of bounded length. */
    public String of(String text) {
        String safe = text;
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
                safe = safe.replace(secret, HIDDEN)
                        .replace(encoded, HIDDEN)
                        .replace(encoded.replace("%7E", "~"), HIDDEN);
            }
        }
        String line = safe.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }

    /** Never prints the secrets. */
    @Override
    public String toString() {
        return "Redaction[" + secrets.length + " secrets]";
    }
}
