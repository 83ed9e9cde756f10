package dev.outlookmailbox.oauth.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.oauth.Apps;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.oauth.TestClock;
import dev.outlookmailbox.oauth.fixture.IdTokens;
import dev.outlookmailbox.oauth.fixture.RecordingStore;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to the refresh token: stored before use, shared with other nodes, lost at no point. */
class RotationTest {

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final TestClock clock = new TestClock();
    private final RecordingStore store = new RecordingStore();
    private final OutlookApp app = Apps.with(ENTRA.endpoints(), store, clock);
    private final AccessTokenProvider tokens = app.tokens("ann");

    @BeforeEach
    void adopt() {
        app.adopt("ann", "rt0");
    }

    @Test
    void theRotatedTokenIsStoredBeforeTheAccessTokenIsHandedOut() {
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));

        store.note("handed out " + tokens.get().value());

        assertEquals(List.of("saved rt0", "saved rt1", "handed out at1"), store.log());
    }

    @Test
    void theNextRequestSendsTheRotatedToken() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));

        tokens.replace(tokens.get());

        assertEquals(List.of("rt0", "rt1"), refreshTokensSent());
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOld() {
        ENTRA.answers(TokenEndpoint.json(200, "{\"access_token\":\"at1\",\"expires_in\":3600}"));
        Instant obtained = store.load("ann").orElseThrow().obtainedAt();
        clock.pass(Duration.ofDays(1));

        tokens.replace(tokens.get());

        assertEquals(List.of("rt0", "rt0"), refreshTokensSent());
        assertEquals("rt0", store.refreshToken("ann"));
        assertEquals(obtained, store.load("ann").orElseThrow().obtainedAt(), "its age goes on");
        assertEquals(List.of("saved rt0", "saved rt0"), store.log(), "saved for the scopes, then nothing new to save");
    }

    @Test
    void whatTheAnswerTellsOfTheUserIsStoredWithIt() {
        ENTRA.answers(IdTokens.ann().answer());

        tokens.get();

        StoredToken kept = store.load("ann").orElseThrow();
        assertEquals("Ann Example <ann@contoso.com>", String.valueOf(kept.address()));
        assertEquals(IdTokens.TENANT_ID, kept.tenantId());
        assertTrue(kept.grantedScopes().contains("IMAP.AccessAsUser.All"));
        assertEquals(clock.instant(), kept.obtainedAt());
        assertEquals(Origin.of("rt0"), kept.origin());
    }

    @Test
    void whoeverLosesTheRaceGoesOnWithTheWinnersToken() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1-loser"), TokenEndpoint.tokens("at2", "rt2"));
        store.beforeNextSave(() -> store.putByOtherNode("ann", "rt1-winner"));

        assertEquals("at1", tokens.get().value(), "the access token is good all the same");
        assertEquals("rt1-winner", store.refreshToken("ann"));
        clock.pass(Duration.ofHours(1));
        assertEquals("at2", tokens.get().value());

        assertEquals(List.of("rt0", "rt1-winner"), refreshTokensSent());
    }

    @Test
    void aRefusedTokenIsBelievedOnlyIfTheStoreHoldsNoNewerOne() {
        ENTRA.answersInTurn(TokenEndpoint.invalidGrant(), TokenEndpoint.tokens("at1", "rt2"));
        store.beforeNextLoad(() -> {});
        store.beforeNextLoad(() -> store.putByOtherNode("ann", "rt1-of-another-node"));

        assertEquals("at1", tokens.get().value());

        assertEquals(List.of("rt0", "rt1-of-another-node"), refreshTokensSent());
        assertEquals("rt2", store.refreshToken("ann"));
    }

    @Test
    void aRefusalOfTheNewestTokenIsFinalAndNothingIsDeleted() {
        ENTRA.answers(TokenEndpoint.invalidGrant());

        assertThrows(SignInRequiredException.class, tokens::get);

        assertEquals(List.of("rt0"), refreshTokensSent());
        assertEquals("rt0", store.refreshToken("ann"));
    }

    @Test
    void aRefusalOfTheNewerTokenTooIsFinal() {
        ENTRA.answers(TokenEndpoint.invalidGrant());
        store.beforeNextLoad(() -> {});
        store.beforeNextLoad(() -> store.putByOtherNode("ann", "rt1"));

        assertThrows(SignInRequiredException.class, tokens::get);

        assertEquals(List.of("rt0", "rt1"), refreshTokensSent());
    }

    @Test
    void ifTheStoreFailsTheAccessTokenIsNotHandedOutAndTheRotatedTokenIsStoredNextTime() {
        IllegalStateException diskFull = new IllegalStateException("disk full");
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        store.beforeNextSave(() -> {
            throw diskFull;
        });

        assertSame(diskFull, assertThrows(IllegalStateException.class, tokens::get));
        assertEquals("rt0", store.refreshToken("ann"));

        assertEquals("at1", tokens.get().value());
        assertEquals("rt1", store.refreshToken("ann"));
        assertEquals(List.of("rt0"), refreshTokensSent(), "the old token is not redeemed twice");
    }

    @Test
    void aTokenThatWaitedTooLongToBeStoredIsStoredAndAnotherOneFetched() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));
        store.beforeNextSave(() -> {
            throw new IllegalStateException("disk full");
        });
        assertThrows(IllegalStateException.class, tokens::get);
        clock.pass(Duration.ofHours(2));

        assertEquals("at2", tokens.get().value());
        assertEquals(List.of("rt0", "rt1"), refreshTokensSent());
        assertEquals(List.of("saved rt0", "saved rt1", "saved rt2"), store.log());
    }

    @Test
    void anAccountForgottenWhileTheRequestIsUnderWayStaysForgotten() {
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        store.beforeNextSave(() -> app.forget("ann"));

        assertThrows(SignInRequiredException.class, tokens::get);

        assertTrue(store.load("ann").isEmpty());
    }

    /** The store alone cannot tell: forgotten and adopted again, the account has the version that it had before. */
    @Test
    void aRequestUnderWayDoesNotOverwriteATokenHandedInMeanwhile() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));
        store.afterNextLoad(() -> {
            app.forget("ann");
            app.adopt("ann", "rt-new");
        });

        assertTrue(assertThrows(ConnectionException.class, tokens::get).retryable());

        assertEquals("rt-new", store.refreshToken("ann"));
        assertEquals("at2", tokens.get().value());
        assertEquals(List.of("rt0", "rt-new"), refreshTokensSent());
    }

    @Test
    void aForgottenAccountGivesNoTokenAlthoughOneWasCached() {
        ENTRA.answers(TokenEndpoint.tokens("at1", "rt1"));
        tokens.get();

        app.forget("ann");

        assertThrows(SignInRequiredException.class, tokens::get);
        assertEquals(1, ENTRA.received().size());
    }

    @Test
    void aNewTokenHandedInReplacesWhatIsKeptAndCached() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));
        tokens.get();

        app.adopt("ann", "rt-new");

        assertEquals("at2", tokens.get().value());
        assertEquals(List.of("rt0", "rt-new"), refreshTokensSent());
    }

    @Test
    void theTokenHandedInAtEveryStartDoesNotUndoItsRotations() {
        ENTRA.answersInTurn(TokenEndpoint.tokens("at1", "rt1"), TokenEndpoint.tokens("at2", "rt2"));
        tokens.get();

        OutlookApp afterRestart = Apps.with(ENTRA.endpoints(), store, clock);
        afterRestart.adopt("ann", "rt0");
        afterRestart.tokens("ann").get();
        afterRestart.adopt("ann", "rt2");

        assertEquals(List.of("rt0", "rt1"), refreshTokensSent());
        assertEquals("rt2", store.refreshToken("ann"));
        assertEquals(3, store.load("ann").orElseThrow().version());
    }

    @Test
    void adoptingUsesNoNetworkAndKnowsNothingYet() {
        StoredToken kept = store.load("ann").orElseThrow();

        assertNull(kept.address());
        assertEquals(List.of(), ENTRA.received());
    }

    private List<String> refreshTokensSent() {
        return ENTRA.received().stream()
                .map((Map<String, String> form) -> String.valueOf(form.get("refresh_token")))
                .toList();
    }
}
