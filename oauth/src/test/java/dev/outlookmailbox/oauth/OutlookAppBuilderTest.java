package dev.outlookmailbox.oauth;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that cannot work are refused at once, with the fix. */
class OutlookAppBuilderTest {

    private final OutlookApp.Builder builder = OutlookApp.builder();

    @Test
    void theIdOfASecretIsNotTakenForItsValue() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> builder.clientSecret("5f0D3a5e-9c41-4f0e-8f7a-0d7f8ba10e00"));

        assertSays("the secret's ID, not its Value", refusal);
        assertSays("Certificates & secrets", refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "with space", "trailing\n", "two\r\nlines", "ümlaut", "tab\t"})
    void idsAndSecretsAreOneWordAndNeverQuoted(String value) {
        for (IllegalArgumentException refusal : new IllegalArgumentException[] {
            assertThrows(IllegalArgumentException.class, () -> builder.clientId(value)),
            assertThrows(IllegalArgumentException.class, () -> builder.clientSecret(value)),
            assertThrows(IllegalArgumentException.class, () -> builder.tenant(value))
        }) {
            assertEquals(-1, String.valueOf(refusal.getMessage()).indexOf('\n'));
        }
    }

    @Test
    void secretsHoldWhateverElseThePortalMakes() {
        builder.clientSecret("abc8Q~.+/=_-~x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "common",
                "organizations",
                "consumers",
                "contoso.com",
                "contoso.onmicrosoft.com",
                "9188040d-6c67-4c5b-b112-36a304b66dad"
            })
    void tenantsAreAnAudienceAnIdOrADomain(String tenant) {
        builder.tenant(tenant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"contoso", "adfs", "tfp", "common/x", "..", "contoso.com/..", "https://contoso.com", "a.b?x=y"})
    void anythingElseIsNoTenant(String tenant) {
        assertSays("is no tenant", assertThrows(IllegalArgumentException.class, () -> builder.tenant(tenant)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example/outlook/callback",
                "https://crm.example",
                "https://crm.example/cb?x=1",
                "http://localhost:8080/cb",
                "http://127.0.0.1/cb"
            })
    void redirectUrisAreHttpsOrLoopback(String uri) {
        builder.redirectUri(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://crm.example/cb",
                "http://[::1]/cb",
                "http://localhost.example/cb",
                "https://crm.example/cb#x",
                "https://ann:pw@crm.example/cb",
                "/cb",
                "crm.example/cb",
                "javascript:alert(1)",
                "https://crm.example/c b",
                "https://crm.example/\r\nX: y",
                ""
            })
    void otherRedirectUrisAreRefused(String uri) {
        assertThrows(IllegalArgumentException.class, () -> builder.redirectUri(uri));
    }

    @Test
    void aRedirectUriThatEntraWouldNotStoreIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> builder.redirectUri("https://crm.example/" + "x".repeat(240)));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertSays("clientId(..)", assertThrows(IllegalArgumentException.class, builder::build));
        builder.clientId("id").clientSecret("secret");
        OutlookApp app = builder.build();
        assertSays("redirectUri(..)", assertThrows(IllegalStateException.class, app::signIn));
        assertSays("redirectUri(..)", assertThrows(IllegalStateException.class, () -> app.completeSignIn("code=x")));
    }

    @Test
    void theDefaultsAreMicrosoftsWorldwideCloudAndFiniteTimeouts() {
        OutlookApp app = builder.clientId("id").clientSecret("secret").build();

        assertEquals(OutlookEndpoints.worldwide().authority(), app.endpoints().authority());
        assertEquals(Timeouts.defaults(), app.timeouts());
    }

    @Test
    void accountIdsAndRefreshTokensAreChecked() {
        OutlookApp app = builder.clientId("id").clientSecret("secret").build();

        for (String bad : new String[] {"", " ", "a\r\nb"}) {
            assertThrows(IllegalArgumentException.class, () -> app.tokens(bad));
            assertThrows(IllegalArgumentException.class, () -> app.account(bad));
            assertThrows(IllegalArgumentException.class, () -> app.forget(bad));
            assertThrows(IllegalArgumentException.class, () -> app.adopt(bad, "rt"));
            assertThrows(IllegalArgumentException.class, () -> app.adopt("ann", bad));
        }
    }
}
