package dev.outlookmailbox.oauth.entra;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.MalformedURLException;
import java.util.concurrent.ExecutorService;

/** Makes MSAL4J's clients, one for each request: under 2 KB, and its cache cannot grow. Any thread may use it. */
final class MsalClients {

    private static final ExecutorService SAME_THREAD = new SameThreadExecutor();

    private final String authority;
    private final String clientId;
    private final ClientCredential credential;

    /** @param authority with the tenant */
    MsalClients(String authority, String clientId, ClientCredential credential) {
        this.authority = authority;
        this.clientId = clientId;
        this.credential = credential;
    }

    AbstractClientApplicationBase with(IHttpClient transport) throws MalformedURLException {
        return credential instanceof PublicClient
                ? configured(PublicClientApplication.builder(clientId), transport)
                        .build()
                : confidential(transport);
    }

    /** @throws IllegalStateException if this is a public client */
    ConfidentialClientApplication confidential(IHttpClient transport) throws MalformedURLException {
        return configured(ConfidentialClientApplication.builder(clientId, msalCredential()), transport)
                .build();
    }

    private IClientCredential msalCredential() {
        if (credential instanceof ClientSecret secret) {
            return ClientCredentialFactory.createFromSecret(secret.value());
        }
        if (credential instanceof ClientCertificate pair) {
            return ClientCredentialFactory.createFromCertificate(pair.key(), pair.certificate());
        }
        throw new IllegalStateException("A public client has nothing to prove itself with.");
    }

    private <T extends AbstractClientApplicationBase.Builder<T>> T configured(T builder, IHttpClient transport)
            throws MalformedURLException {
        return builder.authority(authority)
                .instanceDiscovery(false)
                .disableInternalRetries()
                .executorService(SAME_THREAD)
                .httpClient(transport);
    }
}
