package dev.outlookmailbox.oauth.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.InMemoryTokenStore;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.TestClock;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a token request is made, and when the token in hand is good enough. */
class CachedTokensTest {

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final TestClock clock = new TestClock();
    private final OutlookApp app = Apps.with(ENTRA.endpoints(), new InMemoryTokenStore(), clock);
    private final AccessTokenProvider tokens = app.tokens("ann");

    @BeforeEach
    void adopt() {
        app.adopt("ann", "rt0");
    }

    @Test
    void aTokenServesUntilFiveMinutesBeforeItsEnd() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));

        assertEquals(new AccessToken("at1", clock.instant().plusSeconds(3600)), tokens.get());
        clock.pass(Duration.ofMinutes(55).minusSeconds(1));
        assertEquals("at1", tokens.get().value());
        clock.pass(Duration.ofSeconds(1));
        assertEquals("at2", tokens.get().value());
    }

    @Test
    void aTokenOfOneMinuteIsNotFetchedAtEveryCall() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1", 60), TokenEndpoint.tokens("at2", "rt2", 60));

        tokens.get();
        clock.pass(Duration.ofSeconds(47));
        assertEquals("at1", tokens.get().value());
        clock.pass(Duration.ofSeconds(1));
        assertEquals("at2", tokens.get().value());
    }

    @Test
    void aTokenOfUnknownLifetimeServesUntilItIsRefused() {
        ENTRA.answersInTurn(TokenEndpoint.json(200, "{\"access_token\":\"at1\"}"), TokenEndpoint.tokens("at2", "rt2"));

        assertEquals(Instant.MAX, tokens.get().expiresAt());
        clock.pass(Duration.ofDays(30));
        assertEquals("at2", tokens.replace(tokens.get()).value());
    }

    @Test
    void lifetimesMayComeAsText() {
        ENTRA.answers(TokenEndpoint.json(200, "{\"access_token\":\"at1\",\"expires_in\":\"3599\"}"));

        assertEquals(clock.instant().plusSeconds(3599), tokens.get().expiresAt());
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));
        AccessToken refused = tokens.get();

        assertEquals("at2", tokens.replace(refused).value());
        assertEquals("at2", tokens.replace(refused).value(), "another caller was refused with the same token");
        assertEquals("at2", tokens.get().value());
        assertEquals(2, ENTRA.received().size());
    }

    @Test
    void anEarlyRefreshThatFailsDoesNotFailTheCall() {
        ENTRA.answersInTurn(
                TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.json(503, ""), TokenEndpoint.tokens("at2", "rt2"));
        tokens.get();

        clock.pass(Duration.ofMinutes(56));
        assertEquals("at1", tokens.get().value());
        assertEquals("at1", tokens.get().value(), "it pauses before it tries again");
        assertEquals(2, ENTRA.received().size());
        clock.pass(Duration.ofSeconds(31));
        assertEquals("at2", tokens.get().value());
    }

    @Test
    void aFailureAfterTheEndIsTheCallersFailure() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.json(503, ""));
        tokens.get();

        clock.pass(Duration.ofHours(1));
        assertThrows(ConnectionException.class, tokens::get);
    }

    @Test
    void aRefusedTokenIsNeverHandedOutAgain() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.json(503, ""));
        AccessToken refused = tokens.get();

        assertThrows(ConnectionException.class, () -> tokens.replace(refused));
        assertThrows(ConnectionException.class, tokens::get);
    }

    @Test
    void anUnknownAccountAsksForASignIn() {
        SignInRequiredException failure = assertThrows(
                SignInRequiredException.class, () -> app.tokens("bob").get());

        assertEquals(List.of(), ENTRA.received());
        assertFalse(failure.retryable());
    }

    @Test
    void theRequestNamesTheMailScopesOfOneResourceAndTheGrant() {
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));

        tokens.get();

        Map<String, String> form = ENTRA.received().get(0);
        assertEquals("refresh_token", form.get("grant_type"));
        assertEquals("rt0", form.get("refresh_token"));
        assertEquals(Apps.CLIENT_ID, form.get("client_id"));
        assertEquals(Apps.CLIENT_SECRET, form.get("client_secret"));
        assertEquals(
                Set.of(
                        "openid",
                        "profile",
                        "email",
                        "offline_access",
                        "https://outlook.office.com/IMAP.AccessAsUser.All",
                        "https://outlook.office.com/SMTP.Send"),
                Set.of(String.valueOf(form.get("scope")).split(" ")));
        assertEquals(List.of("/common/oauth2/v2.0/token"), ENTRA.paths());
    }
}
