package dev.outlookmailbox.core.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] SECRET = {1, 2, 3, 4};

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key = key(7);
    private final Seal seal = new Seal(random, key);

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void whatWasSealedOpensForItsContextOnly() {
        byte[] sealed = seal.seal(SECRET, "account-1");

        assertArrayEquals(SECRET, seal.open(sealed, "account-1").orElseThrow());
        assertEquals(Optional.empty(), seal.open(sealed, "account-2"));
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] sealed = seal.seal(SECRET, "a");
        for (int i = 0; i < sealed.length * 8; i++) {
            byte[] changed = sealed.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);

            assertTrue(seal.open(changed, "a").isEmpty(), "bit " + i);
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] sealed = seal.seal(SECRET, "a");
        for (int length = 0; length < sealed.length; length++) {
            assertTrue(seal.open(Arrays.copyOf(sealed, length), "a").isEmpty(), "length " + length);
        }
    }

    @Test
    void aRotatedKeyStillOpensButNoLongerSeals() {
        byte[] old = seal.seal(SECRET, "a");
        Seal rotated = new Seal(random, key(8), key);

        assertArrayEquals(SECRET, rotated.open(old, "a").orElseThrow());
        assertEquals(Optional.empty(), seal.open(rotated.seal(SECRET, "a"), "a"));
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertFalse(Arrays.equals(seal.seal(SECRET, "a"), seal.seal(SECRET, "a")));
    }

    @Test
    void weakKeysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Seal(random, new SecretKeySpec(new byte[16], "AES")));
        assertThrows(IllegalArgumentException.class, () -> new Seal(random, new SecretKeySpec(new byte[32], "DES")));
        assertThrows(
                IllegalArgumentException.class, () -> new Seal(random, key, new SecretKeySpec(new byte[24], "AES")));
    }
}
