package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.oauth.Account;
import dev.outlookmailbox.oauth.InMemoryTokenStore;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.SignIn;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * How does a web backend link a user's mailbox? With two endpoints: one redirects the browser to Microsoft, the other is the
 * redirect URI, and hands its parameters to {@code completeSignIn}. Here the fake's browser is the user.
 */
final class SignInFromAWebBackend {

    private static final String REDIRECT_URI = "https://crm.example/outlook/callback";

    private final OutlookApp app;

    private SignInFromAWebBackend(OutlookApp app) {
        this.app = app;
    }

    /** GET /outlook/link: answer 302 with this location. */
    private URI link(String expectedAddress) {
        SignIn signIn = app.signIn().expecting(expectedAddress);
        return signIn.url();
    }

    /** GET /outlook/callback?code=…&state=… : the account's id is the key to remember. */
    private Account callback(Map<String, String> parameters) {
        return app.completeSignIn(parameters);
    }

    static void run() throws IOException {
        try (FakeWithMail place = FakeWithMail.start()) {
            FakeOutlook fake = place.outlook();
            fake.entra().registerRedirectUri(REDIRECT_URI);
            OutlookApp app = OutlookApp.builder()
                    .clientId(fake.clientId())
                    .clientSecret(fake.clientSecret())
                    .redirectUri(REDIRECT_URI)
                    .tokenStore(new InMemoryTokenStore())
                    .endpoints(fake.endpoints())
                    .build();
            SignInFromAWebBackend backend = new SignInFromAWebBackend(app);

            URI url = backend.link(FakeWithMail.ANN);
            System.out.println("Redirect the browser to " + url);
            Account account = backend.callback(fake.browser().signIn(url, FakeWithMail.ANN));
            System.out.println("Linked " + account.address() + " with " + account.grantedScopes());

            try (OutlookMailbox mailbox = OutlookMailbox.open(app, account.id())) {
                System.out.println("Newest: " + mailbox.inbox().latest(1).get(0).subject());
            }
        }
    }
}
