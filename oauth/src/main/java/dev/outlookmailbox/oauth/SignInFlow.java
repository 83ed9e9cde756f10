package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.custody.Custody;
import dev.outlookmailbox.oauth.entra.IdToken;
import dev.outlookmailbox.oauth.entra.TokenAnswer;
import dev.outlookmailbox.oauth.entra.TokenClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Starts sign-ins and completes them. Any thread may use it. */
final class SignInFlow {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String clientId;
    private final URI redirectUri;
    private final AuthorizeUrl authorizeUrl;
    private final PendingSignIns pendingSignIns;
    private final TokenClient client;
    private final Custody custody;
    private final RandomText random;
    private final Clock clock;

    SignInFlow(
            String clientId,
            URI redirectUri,
            AuthorizeUrl authorizeUrl,
            PendingSignIns pendingSignIns,
            TokenClient client,
            Custody custody,
            RandomText random,
            Clock clock) {
        this.clientId = clientId;
        this.redirectUri = redirectUri;
        this.authorizeUrl = authorizeUrl;
        this.pendingSignIns = pendingSignIns;
        this.client = client;
        this.custody = custody;
        this.random = random;
        this.clock = clock;
    }

    PendingSignIn prepare(SignInOptions options) {
        return new PendingSignIn(
                random.next(),
                random.next(),
                random.next(),
                options.expected(),
                clock.instant().plus(PATIENCE));
    }

    void await(PendingSignIn signIn) {
        pendingSignIns.put(signIn, clock.instant());
    }

    URI url(PendingSignIn signIn, SignInOptions options) {
        return authorizeUrl.of(signIn, options, redirectUri);
    }

    Account complete(Map<String, String> callback) {
        PendingSignIn signIn = Optional.ofNullable(callback.get("state"))
                .flatMap(state -> pendingSignIns.take(state, clock.instant()))
                .orElseThrow(() -> Callback.refused("This callback answers no sign-in that is under way here: it was"
                        + " completed already, is older than " + PATIENCE.toMinutes()
                        + " minutes, was started by another"
                        + " OutlookApp object, or is forged."));
        if (callback.containsKey("error")) {
            throw CallbackError.toException(callback);
        }
        String code = callback.get("code");
        if (code == null || code.isBlank()) {
            throw Callback.refused("The callback holds no code.");
        }
        return keep(redeem(code, signIn), signIn);
    }

    /** After a failure that may pass, the same callback can be completed again. */
    private TokenAnswer redeem(String code, PendingSignIn signIn) {
        try {
            return client.redeem(code, signIn.codeVerifier(), redirectUri).orThrow();
        } catch (OutlookException e) {
            if (e.retryable()) {
                await(signIn);
            }
            throw e;
        }
    }

    private Account keep(TokenAnswer answer, PendingSignIn signIn) {
        IdToken idToken = IdTokenCheck.require(answer, signIn, clientId);
        MailAddress address = IdTokenCheck.address(idToken, signIn.expected());
        String refreshToken = answer.refreshToken();
        if (refreshToken == null) {
            throw noRefreshToken();
        }
        String id = idToken.objectId() + "." + idToken.tenantId();
        StoredToken token = new StoredToken(
                refreshToken, 0, address, idToken.tenantId(), answer.grantedScopes(), clock.instant(), null);
        custody.signedIn(id, token, answer.accessToken());
        return Accounts.of(id, token);
    }

    private static OutlookException noRefreshToken() {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.SCOPE_INVALID,
                        Actor.OPERATOR,
                        false,
                        "Entra sent no refresh token, so the mailbox could be used for an hour only. Add the delegated"
                                + " permission offline_access to the app registration and start the sign-in again."));
    }
}
