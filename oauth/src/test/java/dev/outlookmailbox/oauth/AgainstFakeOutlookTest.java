package dev.outlookmailbox.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way, with the pages and the token rules of an Entra that this module did not write. */
class AgainstFakeOutlookTest {

    private final FakeOutlook fake = FakeOutlook.start();
    private final FakeMailbox ann = fake.addMailbox("ann@contoso.com", "Ann Lee");
    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private final OutlookApp app = app(fake.clientSecret());

    @BeforeEach
    void addAnother() {
        fake.addMailbox("bob@contoso.com");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aUserSignsInAndItsTokensLiveOnThroughRotations() {
        fake.entra().oneTimeRefreshTokens();
        SignIn signIn = app.signIn().expecting("ann@contoso.com");

        Account account = app.completeSignIn(fake.browser().signIn(signIn.url(), "ann@contoso.com"));

        assertEquals("ann@contoso.com", account.address().address());
        assertEquals("Ann Lee", account.name());
        assertTrue(account.id().endsWith("." + account.tenantId()));
        assertTrue(account.grantedScopes().stream().anyMatch(scope -> scope.endsWith("IMAP.AccessAsUser.All")));
        AccessTokenProvider tokens = app.tokens(account.id());
        AccessToken token = tokens.get();
        for (int hour = 0; hour < 5; hour++) {
            fake.entra().expireAccessTokens();
            AccessToken next = tokens.replace(token);
            assertNotEquals(token.value(), next.value());
            token = next;
        }
        assertEquals(6, fake.entra().tokenRequests());
        assertEquals(6, store.load(account.id()).orElseThrow().version());
    }

    @Test
    void aPersonalAccountSignsIn() {
        fake.addMailbox("eve@outlook.com");
        SignIn signIn = app.signIn();

        Account account = app.completeSignIn(fake.browser().signIn(signIn.url(), "eve@outlook.com"));

        assertEquals("eve@outlook.com", account.address().address());
        assertEquals("9188040d-6c67-4c5b-b112-36a304b66dad", account.tenantId());
    }

    @Test
    void whoeverPicksAnotherAccountIsRefused() {
        URI url = app.signIn().expecting("ann@contoso.com").url();

        SignInRequiredException failure = assertThrows(
                SignInRequiredException.class,
                () -> app.completeSignIn(fake.browser().signIn(url, "bob@contoso.com")));

        assertEquals(Reason.MAILBOX_MISMATCH_OR_NO_ACCESS, failure.diagnosis().reason());
    }

    @Test
    void whoeverPressesCancelHasDeclined() {
        Map<String, String> callback = fake.browser().decline(app.signIn().url());

        SignInRequiredException failure =
                assertThrows(SignInRequiredException.class, () -> app.completeSignIn(callback));

        assertEquals(Reason.USER_DENIED, failure.diagnosis().reason());
    }

    @Test
    void aRefreshTokenFromElsewhereIsTakenOverAndIdentified() {
        app.adopt("crm-user-7", ann.refreshToken());

        assertEquals(List.of("crm-user-7", "Ann Lee"), idAndName(app.account("crm-user-7")));
        assertEquals(1, fake.entra().tokenRequests());
    }

    @Test
    void aRevokedGrantAsksForASignInWhichHealsIt() {
        app.adopt("ann", ann.refreshToken());
        fake.entra().revoke("ann@contoso.com");

        SignInRequiredException failure = assertThrows(
                SignInRequiredException.class, () -> app.tokens("ann").get());

        assertEquals(Reason.REFRESH_TOKEN_REVOKED, failure.diagnosis().reason());
        Account again = app.completeSignIn(fake.browser().signIn(app.signIn().url(), "ann@contoso.com"));
        app.tokens(again.id()).replace(app.tokens(again.id()).get());
    }

    @Test
    void aWrongSecretIsTheOperatorsBusiness() {
        OutlookApp wrong = app("wrong~secret");
        wrong.adopt("ann", ann.refreshToken());

        AppMisconfiguredException failure = assertThrows(
                AppMisconfiguredException.class, () -> wrong.tokens("ann").get());

        assertEquals(Reason.INVALID_CLIENT_CREDENTIALS, failure.diagnosis().reason());
    }

    @Test
    void throttlingPassesAndTheAccountGoesOn() {
        app.adopt("ann", ann.refreshToken());
        fake.entra().throttle(Duration.ofSeconds(17), 1);

        ThrottledException failure =
                assertThrows(ThrottledException.class, () -> app.tokens("ann").get());

        assertEquals(Duration.ofSeconds(17), failure.retryAfter());
        app.tokens("ann").get();
    }

    private OutlookApp app(String clientSecret) {
        return OutlookApp.builder()
                .clientId(fake.clientId())
                .clientSecret(clientSecret)
                .redirectUri(fake.redirectUri())
                .tokenStore(store)
                .endpoints(fake.endpoints())
                .build();
    }

    private static List<String> idAndName(Account account) {
        return List.of(account.id(), account.name());
    }
}
