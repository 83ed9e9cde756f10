package dev.outlookmailbox.oauth.entra;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Asks Entra for tokens. Each method sends one POST and never repeats it; a failure that may pass comes out as retryable.
 * Any thread may use it, and it keeps nothing between requests.
 */
public final class TokenClient {

    private final OutlookEndpoints endpoints;
    private final MsalClients clients;
    private final ClientCredential credential;
    private final Timeouts timeouts;
    private final Clock clock;
    private final TokenHttp http;
    private final Set<String> scopes;

    /** Loads the trusted certificates, so keep the client. */
    public TokenClient(
            OutlookEndpoints endpoints,
            String tenant,
            String clientId,
            ClientCredential credential,
            Timeouts timeouts,
            Clock clock) {
        this.endpoints = endpoints;
        this.clients = new MsalClients(endpoints.authority() + "/" + tenant + "/", clientId, credential);
        this.credential = credential;
        this.timeouts = timeouts;
        this.clock = clock;
        this.http = new TokenHttp(endpoints, timeouts);
        this.scopes = new LinkedHashSet<>(endpoints.mailScopes());
        this.scopes.add("email");
    }

    /** The permissions for mail that every request asks for. */
    public List<String> mailScopes() {
        return endpoints.mailScopes();
    }

    /** The longest that one request takes, whatever the server does. */
    public Duration longestRequest() {
        return TokenHttp.longest(timeouts);
    }

    /**
     * Redeems a refresh token.
     *
     * @throws OutlookException if no answer came, or none that can be understood
     */
    public TokenReply refresh(String refreshToken) {
        RefreshTokenParameters parameters =
                RefreshTokenParameters.builder(scopes, refreshToken).build();
        return send(
                scopes,
                transport -> clients.with(transport).acquireToken(parameters),
                new Redaction(credential.secretText(), refreshToken));
    }

    /**
     * Redeems an authorization code (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
     *
     * @throws OutlookException if no answer came, or none that can be understood
     */
    public TokenReply redeem(String code, String codeVerifier, URI redirectUri) {
        AuthorizationCodeParameters parameters = AuthorizationCodeParameters.builder(code, redirectUri)
                .scopes(scopes)
                .codeVerifier(codeVerifier)
                .build();
        return send(
                scopes,
                transport -> clients.with(transport).acquireToken(parameters),
                new Redaction(credential.secretText(), code, codeVerifier));
    }

    /**
     * Asks for a token for the app itself (RFC 6749 section 4.4).
     *
     * @throws OutlookException if no answer came, or none that can be understood
     * @throws IllegalStateException if this is a public client
     */
    public TokenReply appOnly() {
        Set<String> scope = Set.of(AppOnlyScope.of(endpoints));
        ClientCredentialParameters parameters =
                ClientCredentialParameters.builder(scope).skipCache(true).build();
        return send(
                scope,
                transport -> clients.confidential(transport).acquireToken(parameters),
                new Redaction(credential.secretText()));
    }

    private interface MsalRequest {
        CompletableFuture<IAuthenticationResult> through(CapturingHttpClient transport) throws MalformedURLException;
    }

    private TokenReply send(Set<String> asking, MsalRequest request, Redaction redaction) {
        CapturingHttpClient transport = new CapturingHttpClient(http);
        Instant asked = clock.instant();
        boolean failed = failed(request, transport);
        if (transport.failure() != null) {
            throw NetworkFailure.toException(transport.failure(), endpoints.authority(), timeouts);
        }
        HttpAnswer answer = transport.answer();
        if (answer == null) {
            throw notSent(failed);
        }
        return new AnswerReader(endpoints.authority(), asking, redaction).read(answer, asked);
    }

    private boolean failed(MsalRequest request, CapturingHttpClient transport) {
        try {
            return request.through(transport).isCompletedExceptionally();
        } catch (MalformedURLException e) {
            throw notSent(true);
        }
    }

    private OutlookException notSent(boolean failed) {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.INVALID_REQUEST,
                        Actor.OPERATOR,
                        false,
                        "MSAL4J " + (failed ? "failed before it sent" : "did not send") + " the token request to "
                                + endpoints.authority()
                                + "; check that the version of com.microsoft.azure:msal4j on the class path is the one"
                                + " this library was built with."));
    }
}
