package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.TokenStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;

/** Apps for tests. Every secret they use holds the word {@link #SECRET}. */
public final class Apps {

    public static final String SECRET = "s3ntinel";
    public static final String CLIENT_ID = "11111111-2222-3333-4444-555555555555";
    public static final String CLIENT_SECRET = "client~" + SECRET + ".+/=";
    public static final String REDIRECT_URI = "https://crm.example/outlook/callback";

    private Apps() {}

    public static OutlookEndpoints endpoints(int port, X509Certificate... trusted) {
        return OutlookEndpoints.custom()
                .authority("https://localhost:" + port)
                .imap("localhost", 993)
                .smtp("localhost", 587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send")
                .trust(trusted)
                .build();
    }

    public static OutlookApp.Builder builder(OutlookEndpoints endpoints) {
        return OutlookApp.builder()
                .clientId(CLIENT_ID)
                .clientSecret(CLIENT_SECRET)
                .redirectUri(REDIRECT_URI)
                .timeouts(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)))
                .endpoints(endpoints);
    }

    public static OutlookApp with(OutlookEndpoints endpoints, TokenStore store, Clock clock) {
        return builder(endpoints).tokenStore(store).build(clock, new SecureRandom());
    }

    public static OutlookApp at(OutlookEndpoints endpoints) {
        return with(endpoints, new InMemoryTokenStore(), Clock.systemUTC());
    }
}
