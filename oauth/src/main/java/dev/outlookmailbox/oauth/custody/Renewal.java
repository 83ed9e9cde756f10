package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.entra.TokenClient;
import dev.outlookmailbox.oauth.entra.TokenRefusal;
import dev.outlookmailbox.oauth.entra.TokenReply;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets one account's next access token: load the refresh token, redeem it, store the rotated one, and only then hand out. A
 * rotated token that the store failed to take is kept in memory, and the next attempt stores it before anything else. The
 * caller sees to it that one thread at a time is in here.
 */
final class Renewal implements TokenSource {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration WORTH_HANDING_OUT = Duration.ofSeconds(30);

    private final String account;
    private final TokenStore store;
    private final TokenClient client;
    private final Clock clock;
    private volatile boolean retired;
    private @Nullable Rotation unsaved;

    Renewal(String account, TokenStore store, TokenClient client, Clock clock) {
        this.account = account;
        this.store = store;
        this.client = client;
        this.clock = clock;
    }

    /** @throws OutlookException if there is no token to be had; what the store throws goes through as it is */
    @Override
    public AccessToken renew() {
        Rotation pending = unsaved;
        if (pending != null) {
            AccessToken token = handOut(pending);
            if (!token.expiresWithin(WORTH_HANDING_OUT, clock.instant())) {
                return token;
            }
        }
        return handOut(redeem());
    }

    /** From now on nothing is stored: the account was forgotten or given another refresh token. Any thread may call this. */
    @Override
    public void retire() {
        retired = true;
    }

    /** Another node may have rotated the token since it was loaded, so a refusal counts only for the newest. */
    private Rotation redeem() {
        StoredToken stored = Kept.require(store, account);
        TokenReply reply = client.refresh(stored.refreshToken());
        if (reply instanceof TokenRefusal refusal && refusal.isInvalidGrant()) {
            StoredToken newest = Kept.require(store, account);
            if (!newest.refreshToken().equals(stored.refreshToken())) {
                LOG.debug("Account {}: the refresh token was rotated elsewhere; using the newer one", account);
                return new Rotation(
                        newest, client.refresh(newest.refreshToken()).orThrow());
            }
        }
        return new Rotation(stored, reply.orThrow());
    }

    private AccessToken handOut(Rotation rotation) {
        unsaved = rotation;
        if (retired) {
            throw superseded();
        }
        StoredToken next = rotation.next(clock.instant());
        if (!rotation.changesNothing(clock.instant())
                && !store.save(account, next, rotation.base().version())) {
            Kept.require(store, account);
            LOG.debug("Account {}: another node stored its rotation first; going on with that one", account);
        }
        unsaved = null;
        if (!next.grantedScopes().equals(rotation.base().grantedScopes())) {
            MissingScopes.warn(account, client.mailScopes(), next.grantedScopes());
        }
        return rotation.answer().accessToken();
    }

    private OutlookException superseded() {
        Kept.require(store, account);
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.OTHER,
                        Actor.NOBODY,
                        true,
                        "The account '" + account + "' was given another refresh token while a token request was under"
                                + " way. Try again."));
    }
}
