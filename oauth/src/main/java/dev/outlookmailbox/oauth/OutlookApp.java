package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.oauth.custody.AppOnlyTokens;
import dev.outlookmailbox.oauth.custody.Custody;
import dev.outlookmailbox.oauth.entra.ClientCredential;
import dev.outlookmailbox.oauth.entra.PublicClient;
import dev.outlookmailbox.oauth.entra.TokenClient;
import java.net.URI;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app registration at Microsoft Entra: signs users in and keeps their tokens. Immutable; any thread may use it. Keep one for
 * each registration as long as the program runs, for it remembers the sign-ins under way and the access tokens in use; it holds
 * no connection and no thread, and so needs no closing.
 */
public final class OutlookApp {

    private static final int MOST_PENDING_SIGN_INS = 50_000;

    private final String clientId;
    private final OutlookEndpoints endpoints;
    private final Timeouts timeouts;
    private final Custody custody;
    private final @Nullable SignInFlow signInFlow;

    private final AppOnlyAccess appOnly;
    private final @Nullable URI redirectUri;

    private OutlookApp(Builder settings, String clientId, Clock clock, SecureRandom random) {
        this.clientId = clientId;
        this.endpoints = settings.endpoints;
        this.timeouts = settings.timeouts;
        TokenClient client =
                new TokenClient(endpoints, settings.tenant, clientId, settings.credential, timeouts, clock);
        this.custody = new Custody(settings.tokenStore, client, clock);
        this.redirectUri = settings.redirectUri;
        this.appOnly = new AppOnlyAccess(
                endpoints, settings.tenant, clientId, settings.credential, new AppOnlyTokens(client, clock));
        this.signInFlow = settings.redirectUri == null
                ? null
                : new SignInFlow(
                        clientId,
                        settings.redirectUri,
                        new AuthorizeUrl(endpoints, settings.tenant, clientId),
                        new InMemoryPendingSignIns(MOST_PENDING_SIGN_INS),
                        client,
                        custody,
                        new RandomText(random),
                        clock);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * A new sign-in by authorization code. No network.
     *
     * @throws IllegalStateException if the app has no redirect URI
     */
    public SignIn signIn() {
        return new SignIn(signInFlow(), SignInOptions.NONE);
    }

    /**
     * Completes a sign-in with the parameters that Entra sent to the redirect URI, decoded. Stores the refresh token under
     * {@link Account#id()} before it returns.
     *
     * @throws dev.outlookmailbox.core.error.SignInRequiredException if the user declined or picked another account than the
     *     expected one, or the callback is forged, replayed or late
     * @throws dev.outlookmailbox.core.error.OutlookException if Entra refuses, or cannot be reached; where it is retryable,
     *     the same callback can be completed again
     */
    public Account completeSignIn(Map<String, String> callbackParameters) {
        return signInFlow().complete(callbackParameters);
    }

    /**
     * The same with the query string, or the body of a form_post, as it came; a leading {@code ?}, the whole URL, or a fragment at the end do no harm.
     *
     * @throws dev.outlookmailbox.core.error.OutlookException as above
     */
    public Account completeSignIn(String rawQuery) {
        return signInFlow().complete(Callback.parse(rawQuery));
    }

    /**
     * Takes over a refresh token that the host kept elsewhere. No network. If what is stored descends from this very token, or is
     * it, the stored one stays, so the token that was handed in first can be handed in again at every start; any other token,
     * also one in between, replaces what is stored.
     *
     * @param accountId a key of the host's choice
     * @throws IllegalArgumentException if one is blank or holds a control character
     */
    public void adopt(String accountId, String refreshToken) {
        custody.adopt(Given.text("account id", accountId), Given.word("refresh token", refreshToken));
    }

    /**
     * Who the account is: from the store, or by one token request if nobody has asked since {@link #adopt}.
     *
     * @throws dev.outlookmailbox.core.error.OutlookException if nothing is kept for it, Entra refuses, or tells no address
     */
    public Account account(String accountId) {
        String id = Given.text("account id", accountId);
        return Accounts.of(id, custody.identified(id));
    }

    /**
     * The account's access tokens: cached, refreshed early, one request at a time for all threads. A call waits at most for
     * twice the sum of both timeouts, plus ten seconds for the store.
     *
     * <p>{@code get} and {@code replace} throw {@link dev.outlookmailbox.core.error.SignInRequiredException} if nothing is kept
     * for the account, and other {@link dev.outlookmailbox.core.error.OutlookException}s as Entra refuses or cannot be
     * reached. What the token store throws goes through as it is, and then no token is handed out. All who wait for the same
     * request get the same exception object.
     */
    public AccessTokenProvider tokens(String accountId) {
        return custody.tokens(Given.text("account id", accountId));
    }

    /**
     * Access tokens of the app itself, for mailboxes that an administrator opened to it ({@code IMAP.AccessAsApp},
     * {@code SMTP.SendAsApp}): cached, refreshed early, one request at a time for all threads, never stored.
     *
     * <p>{@code get} and {@code replace} throw {@link dev.outlookmailbox.core.error.OutlookException}s as Entra refuses or
     * cannot be reached. Without consent Entra gives a token all the same, and Exchange refuses it.
     *
     * @throws IllegalStateException if the app names no single tenant, or has neither secret nor certificate
     */
    public AccessTokenProvider appOnly() {
        return appOnly.tokens();
    }

    /**
     * Where an administrator of another tenant consents to the app's application permissions for mail. Afterwards Entra sends
     * the browser to the redirect URI with {@code admin_consent=True} and {@code tenant}, or with an {@code error}. No network.
     *
     * @param tenant an id or a domain
     * @throws IllegalArgumentException if this is no single tenant
     * @throws IllegalStateException if the app has no redirect URI
     */
    public URI adminConsentUrl(String tenant) {
        if (redirectUri == null) {
            throw noRedirectUri();
        }
        return appOnly.consentUrl(tenant, redirectUri);
    }

    /** Deletes what is kept for the account, here and in the store. Entra still honours its refresh token. */
    public void forget(String accountId) {
        custody.forget(Given.text("account id", accountId));
    }

    public OutlookEndpoints endpoints() {
        return endpoints;
    }

    public Timeouts timeouts() {
        return timeouts;
    }

    /** Prints no secret. */
    @Override
    public String toString() {
        return "OutlookApp[clientId=" + clientId + ", " + endpoints + "]";
    }

    private SignInFlow signInFlow() {
        if (signInFlow == null) {
            throw noRedirectUri();
        }
        return signInFlow;
    }

    private static IllegalStateException noRedirectUri() {
        return new IllegalStateException(
                "This needs OutlookApp.builder().redirectUri(..), exactly as it stands in the" + " app registration.");
    }

    /** Collects the settings of an app registration; not thread-safe. Each call checks its value at once. */
    public static final class Builder {
        private @Nullable String clientId;
        private ClientCredential credential = new PublicClient();
        private String tenant = "common";
        private @Nullable URI redirectUri;
        private TokenStore tokenStore = new InMemoryTokenStore();
        private OutlookEndpoints endpoints = OutlookEndpoints.worldwide();
        private Timeouts timeouts = Timeouts.defaults();

        private Builder() {}

        /** The Application (client) ID of the registration. */
        public Builder clientId(String id) {
            this.clientId = AppChecks.clientId(id);
            return this;
        }

        /**
         * The Value of a client secret. An app with neither secret nor certificate is a public client, as its registration
         * must say ("Mobile and desktop applications", "Allow public client flows").
         *
         * @throws IllegalArgumentException if it is blank, holds white space, or is the secret's ID, which looks like a GUID;
         *     or if there is a certificate already
         */
        public Builder clientSecret(String value) {
            this.credential = AppCredential.secret(credential, value);
            return this;
        }

        /**
         * The certificate that the registration knows, in place of a secret; the key signs and never leaves this process.
         *
         * @throws IllegalArgumentException if they are not RSA or no pair, or if there is a secret already
         */
        public Builder certificate(PrivateKey key, X509Certificate certificate) {
            this.credential = AppCredential.certificate(credential, key, certificate);
            return this;
        }

        /** {@code common} (the default), {@code organizations}, {@code consumers}, a tenant id or a domain. */
        public Builder tenant(String tenant) {
            this.tenant = AppChecks.tenant(tenant);
            return this;
        }

        /** Where Entra sends the browser after a sign-in: https, or http on localhost; needed for {@link OutlookApp#signIn()} only. */
        public Builder redirectUri(String uri) {
            this.redirectUri = AppChecks.redirectUri(uri);
            return this;
        }

        /** Where refresh tokens are kept. The default, an {@link InMemoryTokenStore}, loses them with the process. */
        public Builder tokenStore(TokenStore store) {
            this.tokenStore = store;
            return this;
        }

        /** The cloud; the default is {@link OutlookEndpoints#worldwide()}. */
        public Builder endpoints(OutlookEndpoints endpoints) {
            this.endpoints = endpoints;
            return this;
        }

        /** For token requests, each of which ends within the sum of both; the default is {@link Timeouts#defaults()}. */
        public Builder timeouts(Timeouts timeouts) {
            this.timeouts = timeouts;
            return this;
        }

        /** @throws IllegalArgumentException if the client id is missing */
        public OutlookApp build() {
            return build(Clock.systemUTC(), new SecureRandom());
        }

        OutlookApp build(Clock clock, SecureRandom random) {
            if (clientId == null) {
                throw new IllegalArgumentException(
                        "An app needs clientId(..), and clientSecret(..) or certificate(..) unless"
                                + " it is a public client, all from its registration in the Microsoft Entra admin center.");
            }
            return new OutlookApp(this, clientId, clock, random);
        }
    }
}
