package dev.outlookmailbox.oauth;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.oauth.fixture.RecordingStore;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of the app itself, by client credentials, and the administrator's consent. */
class AppOnlyTest {

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final TestClock clock = new TestClock();
    private final RecordingStore store = new RecordingStore();
    private final OutlookApp app = Apps.builder(ENTRA.endpoints())
            .tenant("contoso.com")
            .tokenStore(store)
            .build(clock, new SecureRandom());

    @Test
    void theAppAsksItsTenantForAllThatAnAdministratorConsentedTo() {
        ENTRA.answers(token("at1"));

        assertEquals(
                new AccessToken("at1", clock.instant().plusSeconds(3600)),
                app.appOnly().get());

        Map<String, String> form = ENTRA.received().get(0);
        assertEquals(List.of("/contoso.com/oauth2/v2.0/token"), ENTRA.paths());
        assertEquals("client_credentials", form.get("grant_type"));
        assertEquals(Apps.CLIENT_SECRET, form.get("client_secret"));
        List<String> scopes = List.of(String.valueOf(form.get("scope")).split(" ", -1));
        assertTrue(scopes.contains("https://outlook.office365.com/.default"), scopes::toString);
        assertEquals(List.of(), store.log(), "nothing is stored");
    }

    @Test
    void anotherCloudHasItsOwnResource() {
        ENTRA.answers(token("at1"));
        OutlookEndpoints china = ENTRA.endpoints().toBuilder()
                .mailScopes("https://partner.outlook.cn/IMAP.AccessAsUser.All")
                .build();

        Apps.builder(china).tenant("contoso.cn").build().appOnly().get();

        String scope = String.valueOf(ENTRA.received().get(0).get("scope"));
        assertTrue(scope.contains("https://partner.outlook.cn/.default"), scope);
    }

    @Test
    void theTokenServesUntilFiveMinutesBeforeItsEndAndAnOldOneOutlivesAFailure() {
        ENTRA.answersInTurn(token("at1"), TokenEndpoint.json(503, ""), token("at2"));

        AccessTokenProvider tokens = app.appOnly();
        tokens.get();
        clock.pass(Duration.ofMinutes(54));
        assertEquals("at1", app.appOnly().get().value());
        assertEquals(1, ENTRA.received().size());
        clock.pass(Duration.ofMinutes(1));
        assertEquals("at1", tokens.get().value());
        clock.pass(Duration.ofMinutes(1));
        assertEquals("at2", tokens.get().value());
        assertEquals(3, ENTRA.received().size());
    }

    @Test
    void aHundredThreadsMakeOneRequest() throws Exception {
        int many = 100;
        ENTRA.answers(token("at1").withFixedDelay(100));
        CyclicBarrier barrier = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<AccessToken>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                answers.add(threads.submit(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    return app.appOnly().get();
                }));
            }
            for (Future<AccessToken> answer : answers) {
                assertEquals("at1", answer.get(30, TimeUnit.SECONDS).value());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, ENTRA.received().size());
    }

    @Test
    void aRefusedTokenIsReplaced() {
        ENTRA.answersInTurn(token("at1"), token("at2"));
        AccessTokenProvider tokens = app.appOnly();

        assertEquals("at2", tokens.replace(tokens.get()).value());
    }

    @Test
    void aRefusalSaysWhatToDoAndTellsNoSecret() {
        ENTRA.answers(TokenEndpoint.json(
                401,
                "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: " + Apps.CLIENT_SECRET + "\"}"));

        Leaks.assertNone(assertThrows(
                AppMisconfiguredException.class, () -> app.appOnly().get()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "consumers"})
    void oneTenantIsDemanded(String audience) {
        OutlookApp shared = Apps.builder(ENTRA.endpoints()).tenant(audience).build();

        assertSays("tenant(..)", assertThrows(IllegalStateException.class, shared::appOnly));
        assertSays("contoso.com", assertThrows(IllegalArgumentException.class, () -> app.adminConsentUrl(audience)));
    }

    @Test
    void aPublicClientHasNoAccessOfItsOwn() {
        OutlookApp open =
                OutlookApp.builder().clientId("id").tenant("contoso.com").build();

        assertSays("certificate(..)", assertThrows(IllegalStateException.class, open::appOnly));
    }

    @Test
    void anAdministratorConsentsAtAUrlOfTheOwnTenant() {
        URI url = Apps.builder(OutlookEndpoints.worldwide()).build().adminConsentUrl("fabrikam.com");

        assertEquals(
                "https://login.microsoftonline.com/fabrikam.com/v2.0/adminconsent",
                url.toString().split("\\?", 2)[0]);
        assertEquals(
                Map.of(
                        "client_id", Apps.CLIENT_ID,
                        "redirect_uri", Apps.REDIRECT_URI,
                        "scope", "https://ps.outlook.com/.default"),
                Queries.of(url));
    }

    @Test
    void theAdministratorComesBackToTheRedirectUriSoThereMustBeOne() {
        OutlookApp without =
                OutlookApp.builder().clientId("id").clientSecret("secret").build();

        assertSays(
                "redirectUri(..)",
                assertThrows(IllegalStateException.class, () -> without.adminConsentUrl("contoso.com")));
        assertFalse(without.toString().contains("secret"));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder token(String value) {
        return TokenEndpoint.json(
                200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + value + "\",\"expires_in\":3600}");
    }
}
