package dev.outlookmailbox.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess: 256 bits in 43 characters of base64url, as RFC 7636 section 4.1 wants them. */
final class RandomText {

    private final SecureRandom random;

    RandomText(SecureRandom random) {
        this.random = random;
    }

    String next() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
