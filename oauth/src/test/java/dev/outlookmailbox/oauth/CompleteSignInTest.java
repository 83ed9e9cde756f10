package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.oauth.fixture.IdTokens;
import dev.outlookmailbox.oauth.fixture.RecordingStore;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the callback to an account. */
class CompleteSignInTest {

    private static final String CODE = "code-" + Apps.SECRET;

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final RecordingStore store = new RecordingStore();
    private final OutlookApp app = Apps.with(ENTRA.endpoints(), store, Clock.systemUTC());

    @Test
    void theUserWhoSignedInBecomesAnAccountWhoseTokensAreKept() {
        SignIn signIn = app.signIn();
        signedInAs(IdTokens.ann(), signIn);

        Account account = app.completeSignIn(Map.of("code", CODE, "state", signIn.state()));

        assertEquals(IdTokens.OBJECT_ID + "." + IdTokens.TENANT_ID, account.id());
        assertEquals("ann@contoso.com", account.address().address());
        assertEquals("Ann Example", account.name());
        assertEquals(IdTokens.TENANT_ID, account.tenantId());
        assertEquals(
                Set.of("IMAP.AccessAsUser.All", "SMTP.Send", "email", "openid", "profile"), account.grantedScopes());
        assertEquals("access-" + Apps.SECRET, app.tokens(account.id()).get().value());
        assertEquals(account, app.account(account.id()));
        assertEquals(1, ENTRA.received().size(), "the access token of the sign-in is used");
        StoredToken kept = store.load(account.id()).orElseThrow();
        assertEquals("refresh-" + Apps.SECRET, kept.refreshToken());
        assertEquals(1, kept.version());
    }

    @Test
    void theCodeIsRedeemedWithTheSecretHalfOfTheChallenge() throws Exception {
        SignIn signIn = app.signIn();
        signedInAs(IdTokens.ann(), signIn);

        app.completeSignIn(Map.of("code", CODE, "state", signIn.state()));

        Map<String, String> form = ENTRA.received().get(0);
        assertEquals("authorization_code", form.get("grant_type"));
        assertEquals(CODE, form.get("code"));
        assertEquals(Apps.REDIRECT_URI, form.get("redirect_uri"));
        assertEquals(Apps.CLIENT_SECRET, form.get("client_secret"));
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(String.valueOf(form.get("code_verifier")).getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                Queries.of(signIn.url()).get("code_challenge"));
    }

    @Test
    void theRawQueryIsTakenInEveryFormThatFrameworksGiveIt() {
        for (String form : List.of(
                "code=%s&state=%s",
                "?code=%s&state=%s#", Apps.REDIRECT_URI + "?code=%s&state=%s&session_state=x#https://x/?code=other")) {
            SignIn signIn = app.signIn();
            signedInAs(IdTokens.ann(), signIn);

            assertEquals(
                    "Ann Example",
                    app.completeSignIn(form.formatted(CODE, signIn.state())).name());
        }
        assertEquals(CODE, ENTRA.received().get(2).get("code"));
    }

    @Test
    void theExpectedAddressMayBeAnyThatEntraNames() {
        SignIn signIn = app.signIn().expecting("ANN@contoso.com");
        signedInAs(IdTokens.ann().with("email", "ann.example@contoso.com"), signIn);

        Account account = app.completeSignIn(Map.of("code", CODE, "state", signIn.state()));

        assertEquals("ann@contoso.com", account.address().address());
    }

    @Test
    void theAddressIsTheEmailWhereThereIsOne() {
        SignIn signIn = app.signIn();
        signedInAs(IdTokens.ann().with("email", "ann.example@contoso.com"), signIn);

        assertEquals(
                "ann.example@contoso.com",
                app.completeSignIn(Map.of("code", CODE, "state", signIn.state()))
                        .address()
                        .address());
    }

    @Test
    void afterAFailureThatMayPassTheSameCallbackCanBeCompletedAgain() {
        SignIn signIn = app.signIn();
        Map<String, String> callback = Map.of("code", CODE, "state", signIn.state());
        IdTokens ann = IdTokens.ann().with("nonce", Queries.of(signIn.url()).get("nonce"));
        ENTRA.answersInTurn(TokenEndpoint.json(503, ""), ann.answer());

        assertThrows(ConnectionException.class, () -> app.completeSignIn(callback));
        assertEquals("Ann Example", app.completeSignIn(callback).name());
    }

    @Test
    void aNewSignInReplacesWhatIsKept() {
        for (int i = 0; i < 2; i++) {
            SignIn signIn = app.signIn();
            signedInAs(IdTokens.ann(), signIn);
            app.completeSignIn(Map.of("code", CODE, "state", signIn.state()));
        }

        assertEquals(
                2,
                store.load(IdTokens.OBJECT_ID + "." + IdTokens.TENANT_ID)
                        .orElseThrow()
                        .version());
    }

    @Test
    void anAccountThatWasAdoptedIsIdentifiedByOneTokenRequest() {
        ENTRA.answers(IdTokens.ann().answer());
        app.adopt("crm-user-7", "rt");

        Account account = app.account("crm-user-7");

        assertEquals("crm-user-7", account.id());
        assertEquals("Ann Example <ann@contoso.com>", account.address().toString());
        app.account("crm-user-7");
        app.tokens("crm-user-7").get();
        assertEquals(1, ENTRA.received().size());
    }

    @Test
    void anAdoptedAccountWhoseAddressEntraDoesNotTellStillHasTokens() {
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        app.adopt("crm-user-7", "rt");

        assertThrows(AppMisconfiguredException.class, () -> app.account("crm-user-7"));
        assertEquals("at1", app.tokens("crm-user-7").get().value());
    }

    private static void signedInAs(IdTokens user, SignIn signIn) {
        ENTRA.answers(user.with("nonce", Queries.of(signIn.url()).get("nonce")).answer());
    }
}
