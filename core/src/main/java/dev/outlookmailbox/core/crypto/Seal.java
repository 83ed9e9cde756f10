package dev.outlookmailbox.core.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals small secrets with AES-256-GCM (NIST SP 800-38D) under a random nonce of 96 bits, bound to the context they belong to:
 * what was sealed for one account does not open for another. Sealing uses the first key; opening tries all, so that a key can
 * be rotated by putting the new one in front. Any thread may use it.
 */
public final class Seal {

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final List<SecretKey> keys;
    private final SecureRandom random;

    /**
     * @param current seals and opens
     * @param previous open only
     * @throws IllegalArgumentException if a key is not an AES key of 256 bits
     */
    public Seal(SecureRandom random, SecretKey current, SecretKey... previous) {
        this.random = random;
        List<SecretKey> all = new ArrayList<>();
        all.add(check(current));
        for (SecretKey key : previous) {
            all.add(check(key));
        }
        this.keys = List.copyOf(all);
    }

    /** Different at every call. */
    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, context).doFinal(plain);
            byte[] sealed = new byte[1 + NONCE_BYTES + encrypted.length];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            System.arraycopy(encrypted, 0, sealed, 1 + NONCE_BYTES, encrypted.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot encrypt with AES-256-GCM.", e);
        }
    }

    /** Empty if none of the keys sealed this for this context, or a bit of it has changed since. */
    public Optional<byte[]> open(byte[] sealed, String context) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORMAT) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        for (SecretKey key : keys) {
            Optional<byte[]> plain = decrypt(key, nonce, sealed, context);
            if (plain.isPresent()) {
                return plain;
            }
        }
        return Optional.empty();
    }

    /** Never prints a key. */
    @Override
    public String toString() {
        return "Seal[" + keys.size() + " keys]";
    }

    private static Optional<byte[]> decrypt(SecretKey key, byte[] nonce, byte[] sealed, String context) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, context);
            return Optional.of(cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES));
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot decrypt with AES-256-GCM.", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {FORMAT});
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey check(SecretKey key) {
        byte[] encoded = key.getEncoded();
        if (!"AES".equals(key.getAlgorithm()) || (encoded != null && encoded.length != KEY_BYTES)) {
            throw new IllegalArgumentException(
                    "Tokens are encrypted with an AES key of 256 bits: new SecretKeySpec(thirtyTwoRandomBytes, \"AES\").");
        }
        return key;
    }
}
