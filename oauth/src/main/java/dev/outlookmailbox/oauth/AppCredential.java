package dev.outlookmailbox.oauth;

import dev.outlookmailbox.oauth.entra.ClientCertificate;
import dev.outlookmailbox.oauth.entra.ClientCredential;
import dev.outlookmailbox.oauth.entra.ClientSecret;
import dev.outlookmailbox.oauth.entra.PublicClient;
import java.security.Key;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;

/** Chooses what the app proves itself with: a secret, or a certificate, or nothing. */
final class AppCredential {

    private AppCredential() {}

    static ClientCredential secret(ClientCredential before, String value) {
        ClientSecret secret = new ClientSecret(AppChecks.clientSecret(value));
        return replacing(before, secret);
    }

    static ClientCredential certificate(ClientCredential before, PrivateKey key, X509Certificate certificate) {
        if (!isRsa(key) || !isRsa(certificate.getPublicKey())) {
            throw new IllegalArgumentException("The certificate and its key must be RSA, as " + key.getAlgorithm()
                    + " assertions cannot be signed. Make a certificate with an RSA key of 2048 bits or more.");
        }
        if (key instanceof RSAKey half
                && certificate.getPublicKey() instanceof RSAKey other
                && !half.getModulus().equals(other.getModulus())) {
            throw new IllegalArgumentException("The private key does not belong to the certificate. Take both from the"
                    + " same key store entry.");
        }
        return replacing(before, new ClientCertificate(key, certificate));
    }

    private static ClientCredential replacing(ClientCredential before, ClientCredential next) {
        if (!(before instanceof PublicClient) && before.getClass() != next.getClass()) {
            throw new IllegalArgumentException("An app proves itself by clientSecret(..) or by certificate(..), not by"
                    + " both. Leave one of the calls out; the certificate is the safer one.");
        }
        return next;
    }

    private static boolean isRsa(Key key) {
        return key.getAlgorithm().equals("RSA");
    }
}
