package dev.outlookmailbox.core.sasl;

import dev.outlookmailbox.core.AccessToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Builds and reads what XOAUTH2 puts on the wire. All methods are pure; any thread may call them.
 *
 * @see <a href="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">SASL
 *     XOAUTH2 at Microsoft</a>
 */
public final class XOAuth2 {

    /** The name of the mechanism in {@code AUTHENTICATE} and {@code AUTH}. */
    public static final String MECHANISM = "XOAUTH2";

    private static final char CTRL_A = '\u0001';

    private XOAuth2() {}

    /**
     * The initial client response: Base64 of {@code user=…^Aauth=Bearer …^A^A} in UTF-8, without line breaks. It is as secret
     * as the token.
     *
     * @throws IllegalArgumentException if the user holds a control character
     */
    public static String initialResponse(String user, AccessToken token) {
        if (user.isBlank() || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("XOAUTH2 needs the address of the mailbox as user name.");
        }
        String response = "user=" + user + CTRL_A + "auth=Bearer " + token.value() + CTRL_A + CTRL_A;
        return Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The text of an error challenge: a server that refuses may first send a Base64 JSON object, which the client answers with
     * an empty line. What is not Base64 comes back as it is.
     */
    public static String challengeText(String challenge) {
        String stripped = challenge.strip();
        try {
            return new String(Base64.getDecoder().decode(stripped), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return stripped;
        }
    }
}
