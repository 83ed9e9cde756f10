package dev.outlookmailbox.core.net;

import dev.outlookmailbox.core.OutlookEndpoints;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The TLS side of some endpoints: the JVM's trusted certificates plus the ones the endpoints name. Host names are checked by
 * whoever opens the connection. Immutable; any thread may use it.
 */
public final class Tls {

    private final X509TrustManager trustManager;
    private final SSLContext context;

    private Tls(X509TrustManager trustManager, SSLContext context) {
        this.trustManager = trustManager;
        this.context = context;
    }

    /** Loads the trust of the endpoints. Costs a read of the JVM's trust store, so keep the result. */
    public static Tls of(OutlookEndpoints endpoints) {
        try {
            X509TrustManager manager = endpoints.trusted().isEmpty()
                    ? trustManager(null)
                    : trustManager(withJvmIssuers(endpoints.trusted()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Tls(manager, context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "The trust store of this JVM cannot be loaded; check javax.net.ssl.trustStore and lib/security/cacerts.",
                    e);
        }
    }

    /** Creates TLS sockets with TCP_NODELAY, and wraps a plain one after STARTTLS. */
    public SSLSocketFactory socketFactory() {
        return new NoDelayTlsSocketFactory(context.getSocketFactory());
    }

    public X509TrustManager trustManager() {
        return trustManager;
    }

    private static KeyStore withJvmIssuers(List<X509Certificate> extra) throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int n = 0;
        for (X509Certificate issuer : trustManager(null).getAcceptedIssuers()) {
            all.setCertificateEntry("jvm-" + n++, issuer);
        }
        for (X509Certificate certificate : extra) {
            all.setCertificateEntry("endpoint-" + n++, certificate);
        }
        return all;
    }

    private static X509TrustManager trustManager(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
