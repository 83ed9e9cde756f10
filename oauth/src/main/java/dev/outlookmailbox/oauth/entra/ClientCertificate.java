package dev.outlookmailbox.oauth.entra;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key pair of which Entra knows the certificate: each request carries a new signed assertion (RFC 7523 section 2.2).
 *
 * @param key RSA, since MSAL4J signs by RS256 only
 */
public record ClientCertificate(PrivateKey key, X509Certificate certificate) implements ClientCredential {

    @Override
    public String secretText() {
        return "";
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
