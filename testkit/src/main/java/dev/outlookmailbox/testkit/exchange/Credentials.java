package dev.outlookmailbox.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an XOAUTH2 response says. */
public record Credentials(String user, String token) {

    private static final Pattern XOAUTH2 =
            Pattern.compile("user=([^\u0001]*)\u0001auth=Bearer ([^\u0001]*)\u0001\u0001", Pattern.CASE_INSENSITIVE);

    /** Empty if it is not Base64 or not of the form {@code user=…^Aauth=Bearer …^A^A}. */
    public static Optional<Credentials> parse(String response) {
        try {
            byte[] decoded = Base64.getDecoder().decode(response.strip());
            Matcher matcher = XOAUTH2.matcher(new String(decoded, StandardCharsets.UTF_8));
            return matcher.matches()
                    ? Optional.of(new Credentials(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Names the user only, never the token. */
    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
