package dev.outlookmailbox.testkit.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * A self-signed certificate for this machine's loopback, with its key. Nobody trusts it but who is told to. Immutable; any
 * thread may use it.
 */
public final class LocalhostIdentity {

    private final X509Certificate certificate;
    private final SSLContext context;

    private LocalhostIdentity(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        this.certificate = certificate;
        this.context = serverContext(certificate, key);
    }

    /** Makes a new key pair and a certificate of it for {@code localhost} and {@code 127.0.0.1}. */
    public static LocalhostIdentity fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            return new LocalhostIdentity(SelfSigned.certificate(keys, Instant.now()), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no elliptic curve P-256, or no TLS.", e);
        }
    }

    /** What a client must trust to talk to the fakes. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** For servers that bring their own sockets. */
    public SSLContext context() {
        return context;
    }

    /** The server's side of a handshake on a connection that has been plain so far; closing the result closes both. */
    public SSLSocket handshake(Socket plain) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
    }

    private static SSLContext serverContext(X509Certificate certificate, PrivateKey key)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        // no trust manager rather than null, for which the JVM would read all of its trusted certificates
        context.init(new KeyManager[] {new SingleKey(certificate, key)}, new TrustManager[0], null);
        return context;
    }
}
