package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.OutlookEndpoints;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the browser is sent to Entra with. */
class SignInUrlTest {

    private final OutlookApp app =
            Apps.builder(OutlookEndpoints.worldwide()).tenant("contoso.com").build();

    @Test
    void theUrlAsksForACodeByTheQueryStringWithEveryProtection() {
        SignIn signIn = app.signIn();

        URI url = signIn.url();

        Map<String, String> query = Queries.of(url);
        assertEquals(
                "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
                url.toString().split("\\?", 2)[0]);
        assertEquals("code", query.get("response_type"));
        assertEquals("query", query.get("response_mode"));
        assertEquals(Apps.CLIENT_ID, query.get("client_id"));
        assertEquals(Apps.REDIRECT_URI, query.get("redirect_uri"));
        assertEquals(signIn.state(), query.get("state"));
        assertEquals("S256", query.get("code_challenge_method"));
        assertTrue(String.valueOf(query.get("code_challenge")).matches("[A-Za-z0-9_-]{43}"));
        assertTrue(String.valueOf(query.get("nonce")).matches("[A-Za-z0-9_-]{43}"));
        assertTrue(signIn.state().matches("[A-Za-z0-9_-]{43}"));
        assertEquals(
                Set.of(
                        "openid",
                        "profile",
                        "email",
                        "offline_access",
                        "https://outlook.office.com/IMAP.AccessAsUser.All",
                        "https://outlook.office.com/SMTP.Send"),
                Set.of(String.valueOf(query.get("scope")).split(" ")));
        assertFalse(url.toString().contains("+"), "spaces are %20, which every server reads");
        assertFalse(url.toString().contains(Apps.SECRET));
    }

    @Test
    void theUrlStaysTheSameAndEachSignInHasSecretsOfItsOwn() {
        SignIn signIn = app.signIn();
        assertEquals(signIn.url(), signIn.url());

        Set<String> secrets = new HashSet<>();
        for (SignIn other : List.of(signIn, app.signIn(), signIn.prompt(Prompt.LOGIN))) {
            Map<String, String> query = Queries.of(other.url());
            for (String name : List.of("state", "nonce", "code_challenge")) {
                assertTrue(secrets.add(String.valueOf(query.get(name))), name);
            }
        }
    }

    @Test
    void theAccountPickerIsShownUnlessTheAccountIsNamed() {
        assertEquals("select_account", Queries.of(app.signIn().url()).get("prompt"));

        Map<String, String> expecting =
                Queries.of(app.signIn().expecting("Ann <ann@contoso.com>").url());
        assertEquals("ann@contoso.com", expecting.get("login_hint"));
        assertFalse(expecting.containsKey("prompt"));

        Map<String, String> both = Queries.of(app.signIn()
                .expecting("ann@contoso.com")
                .loginHint("ann+x@contoso.com")
                .prompt(Prompt.CONSENT)
                .url());
        assertEquals("ann+x@contoso.com", both.get("login_hint"));
        assertEquals("consent", both.get("prompt"));
    }

    @Test
    void aClaimsChallengeIsPassedOnVerbatim() {
        String challenge = "{\"access_token\":{\"polids\":{\"essential\":true,\"values\":[\"ä&b=c\"]}}}";

        assertEquals(challenge, Queries.of(app.signIn().claims(challenge).url()).get("claims"));
    }

    @Test
    void optionsThatCannotBeMeantAreRefused() {
        SignIn signIn = app.signIn();

        assertThrows(IllegalArgumentException.class, () -> signIn.claims("access_token"));
        assertThrows(IllegalArgumentException.class, () -> signIn.claims("[]"));
        assertThrows(IllegalArgumentException.class, () -> signIn.expecting("ann"));
        assertThrows(IllegalArgumentException.class, () -> signIn.loginHint(" "));
        assertThrows(IllegalArgumentException.class, () -> signIn.loginHint("ann\r\n"));
    }

    @Test
    void printingASignInTellsNoSecret() {
        SignIn signIn = app.signIn().loginHint("ann@contoso.com");

        assertNotEquals(-1, signIn.toString().indexOf("ann@contoso.com"));
        assertFalse(signIn.toString().contains(signIn.state()));
    }
}
