package dev.outlookmailbox.oauth;

import static dev.outlookmailbox.oauth.Failures.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.error.AppMisconfiguredException;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.oauth.fixture.IdTokens;
import dev.outlookmailbox.oauth.fixture.RecordingStore;
import dev.outlookmailbox.oauth.fixture.TokenEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each reason not to complete a sign-in: nothing is kept, nothing secret is told. */
class SignInRefusalsTest {

    private static final String CODE = "code-" + Apps.SECRET;

    @RegisterExtension
    static final TokenEndpoint ENTRA = new TokenEndpoint();

    private final RecordingStore store = new RecordingStore();
    private final OutlookApp app = Apps.with(ENTRA.endpoints(), store, Clock.systemUTC());

    @Test
    void aCallbackCannotBeReplayed() {
        SignIn signIn = app.signIn();
        signedInAs(IdTokens.ann(), signIn);
        Map<String, String> callback = Map.of("code", CODE, "state", signIn.state());
        app.completeSignIn(callback);
        signIn.url();

        assertSays("completed already", refused(callback));
        assertEquals(1, ENTRA.received().size());
    }

    @Test
    void aCallbackThatNoSignInHereStartedIsRefused() {
        SignIn foreign = Apps.at(ENTRA.endpoints()).signIn();
        foreign.url();

        refused(Map.of("code", CODE, "state", foreign.state()));
        refused(Map.of("code", CODE));
        refused(Map.of());
        refused(Map.of("error", "access_denied", "state", "made-up"));
        assertEquals(List.of(), ENTRA.received());
    }

    @Test
    void aCallbackAfterAQuarterOfAnHourIsRefused() {
        TestClock clock = new TestClock();
        OutlookApp slow = Apps.with(ENTRA.endpoints(), store, clock);
        SignIn signIn = slow.signIn();
        signIn.url();
        clock.pass(Duration.ofMinutes(15));

        assertSays(
                "older than 15 minutes",
                assertThrows(
                        SignInRequiredException.class,
                        () -> slow.completeSignIn(Map.of("code", CODE, "state", signIn.state()))));
    }

    @Test
    void aCallbackWithoutACodeIsRefused() {
        SignIn signIn = app.signIn();
        signIn.url();

        assertSays("no code", refused(Map.of("state", signIn.state())));
    }

    @Test
    void aUserWhoCancelsHasDeclinedWhateverEntraCallsIt() {
        for (Map<String, String> error : List.of(
                Map.of("error", "access_denied"),
                Map.of("error", "access_denied", "error_subcode", "cancel"),
                Map.of(
                        "error",
                        "consent_required",
                        "error_description",
                        "AADSTS65004: User declined to consent to access the app."))) {
            SignIn signIn = app.signIn();
            signIn.url();
            Map<String, String> callback = new HashMap<>(error);
            callback.put("state", signIn.state());

            assertEquals(Reason.USER_DENIED, refused(callback).diagnosis().reason());
        }
    }

    @Test
    void anotherAccountThanTheExpectedOneIsRefusedAndNothingIsKept() {
        SignIn signIn = app.signIn().expecting("Bob@contoso.com");
        signedInAs(IdTokens.ann(), signIn);

        SignInRequiredException failure = refused(Map.of("code", CODE, "state", signIn.state()));

        assertEquals(Reason.MAILBOX_MISMATCH_OR_NO_ACCESS, failure.diagnosis().reason());
        assertSays("ann@contoso.com, but Bob@contoso.com was expected", failure);
        assertEquals(List.of(), store.log());
    }

    @Test
    void anAccountWhoseAddressEntraDoesNotTellIsRefused() {
        SignIn signIn = app.signIn();
        signedInAs(IdTokens.ann().with("preferred_username", "+49 170 1234567"), signIn);

        assertSays(
                "does not tell the user's mail address",
                assertThrows(
                        AppMisconfiguredException.class,
                        () -> app.completeSignIn(Map.of("code", CODE, "state", signIn.state()))));
    }

    @Test
    void anIdTokenOfAnotherSignInAppOrTimeIsRefused() {
        assertSays("nonce differs", refusedWith(IdTokens.ann().with("nonce", "another")));
        assertSays("nonce differs", refusedWith(IdTokens.ann().with("nonce", null)));
        assertSays("another application", refusedWith(IdTokens.ann().with("aud", "another")));
        assertSays("has expired", refusedWith(IdTokens.ann().expiring(Instant.parse("2020-01-01T00:00:00Z"))));
        assertSays("oid and tid", refusedWith(IdTokens.ann().with("oid", null)));
        assertEquals(List.of(), store.log());
    }

    @Test
    void anAnswerWithoutAnIdTokenIsRefused() {
        for (String idToken :
                List.of("", ",\"id_token\":\"a.b\"", ",\"id_token\":\"a.%%%.c\"", ",\"id_token\":\"a.e30x.c\"")) {
            SignIn signIn = app.signIn();
            signIn.url();
            ENTRA.answers(TokenEndpoint.json(
                    200,
                    "{\"access_token\":\"" + Apps.SECRET + "\",\"refresh_token\":\"" + Apps.SECRET + "\"" + idToken
                            + "}"));

            assertSays("no id_token", refused(Map.of("code", CODE, "state", signIn.state())));
        }
    }

    @Test
    void anAnswerWithoutARefreshTokenPointsToOfflineAccess() {
        SignIn signIn = app.signIn();
        IdTokens ann = IdTokens.ann().with("nonce", Queries.of(signIn.url()).get("nonce"));
        ENTRA.answers(
                TokenEndpoint.json(200, ann.body().without("refresh_token").toString()));

        assertSays(
                "offline_access",
                assertThrows(
                        AppMisconfiguredException.class,
                        () -> app.completeSignIn(Map.of("code", CODE, "state", signIn.state()))));
    }

    @Test
    void aCodeThatEntraRefusesEndsTheSignIn() {
        SignIn signIn = app.signIn();
        signIn.url();
        ENTRA.answers(TokenEndpoint.json(
                400,
                "{\"error\":\"invalid_grant\",\"error_codes\":[54005],\"error_description\":\"AADSTS54005: OAuth2"
                        + " Authorization code was already redeemed, " + CODE + "\"}"));

        SignInRequiredException failure = refused(Map.of("code", CODE, "state", signIn.state()));

        assertEquals(Reason.AUTH_CODE_INVALID, failure.diagnosis().reason());
        assertSays("completed already", refused(Map.of("code", CODE, "state", signIn.state())));
    }

    private static void signedInAs(IdTokens user, SignIn signIn) {
        ENTRA.answers(user.with("nonce", Queries.of(signIn.url()).get("nonce")).answer());
    }

    private OutlookException refusedWith(IdTokens user) {
        SignIn signIn = app.signIn();
        String nonce = Queries.of(signIn.url()).get("nonce");
        ENTRA.answers(user.withDefault("nonce", nonce).answer());
        return refused(Map.of("code", CODE, "state", signIn.state()));
    }

    private SignInRequiredException refused(Map<String, String> callback) {
        SignInRequiredException failure =
                assertThrows(SignInRequiredException.class, () -> app.completeSignIn(callback));
        Leaks.assertNone(failure);
        assertFalse(failure.retryable());
        return failure;
    }
}
