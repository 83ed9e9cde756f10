package dev.outlookmailbox.testkit.entra;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Where codes, tokens and ids come from. Any thread may use it. */
final class Randomness {

    private final SecureRandom random;

    Randomness(SecureRandom random) {
        this.random = random;
    }

    /** URL-safe text of so many random octets. */
    String text(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
