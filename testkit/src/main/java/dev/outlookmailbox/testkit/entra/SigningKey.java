package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.net.Daemons;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs tokens as JWT with RS256 (RFC 7515) and publishes the key (RFC 7517). Immutable; any thread may use it. */
final class SigningKey {

    private static final String KEY_ID = "fake-outlook-signing-key";

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /** One key per JVM: making it takes longer than starting everything else. */
    static SigningKey shared() {
        return Shared.KEY;
    }

    /** Begins to make the key on another thread, so that it is there when the first token is asked for. */
    static void prepare() {
        Daemons.start("fake-entra-key", SigningKey::shared);
    }

    /** Made on first use. */
    private static final class Shared {
        private static final SigningKey KEY = generate();
    }

    String sign(Map<String, Object> claims) {
        String header = Json.write(Map.of("typ", "JWT", "alg", "RS256", "kid", KEY_ID));
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(Json.write(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot sign with SHA256withRSA.", e);
        }
    }

    Map<String, Object> jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        base64(unsigned(key.getModulus())),
                        "e",
                        base64(unsigned(key.getPublicExponent())))));
    }

    static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] octets = number.toByteArray();
        return octets[0] == 0 ? java.util.Arrays.copyOfRange(octets, 1, octets.length) : octets;
    }

    private static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make RSA keys.", e);
        }
    }
}
