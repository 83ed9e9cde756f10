package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.entra.TokenClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of all accounts of one application: access tokens in memory, refresh tokens in the store. Any thread may use it.
 */
public final class Custody {

    private static final int SAVE_ATTEMPTS = 20;
    private static final Duration STORE_ALLOWANCE = Duration.ofSeconds(10);

    private final TokenStore store;
    private final TokenClient client;
    private final Clock clock;
    private final ConcurrentMap<String, AccountTokens> accounts = new ConcurrentHashMap<>();

    public Custody(TokenStore store, TokenClient client, Clock clock) {
        this.store = store;
        this.client = client;
        this.clock = clock;
    }

    /** Looks the account up at every call, so it follows a new sign-in, and fails once the account is forgotten. */
    public AccessTokenProvider tokens(String account) {
        return new AccessTokenProvider() {
            @Override
            public AccessToken get() {
                return of(account).get();
            }

            @Override
            public AccessToken replace(AccessToken rejected) {
                return of(account).replace(rejected);
            }

            @Override
            public String toString() {
                return "tokens of " + account;
            }
        };
    }

    /** What is known of the account; asks for a token once if the store does not know its address. */
    public StoredToken identified(String account) {
        StoredToken kept = Kept.require(store, account);
        if (kept.address() != null) {
            return kept;
        }
        of(account).get();
        return Kept.require(store, account);
    }

    /** Stores what a sign-in brought, over whatever was there, and only then uses its access token. */
    public void signedIn(String account, StoredToken token, AccessToken accessToken) {
        overwrite(account, token, kept -> false, accessToken);
        MissingScopes.warn(account, client.mailScopes(), token.grantedScopes());
    }

    /** Stores a refresh token that the host kept, unless the store holds it already or holds a descendant of it. */
    public void adopt(String account, String refreshToken) {
        String origin = Origin.of(refreshToken);
        StoredToken adopted = new StoredToken(refreshToken, 0, null, null, Set.of(), clock.instant(), origin);
        overwrite(
                account,
                adopted,
                kept -> kept.refreshToken().equals(refreshToken) || origin.equals(kept.origin()),
                null);
    }

    /** Deletes the refresh token here; a token request under way will fail. */
    public void forget(String account) {
        AccountTokens tokens = accounts.remove(account);
        if (tokens != null) {
            tokens.retire();
        }
        store.delete(account);
    }

    private AccountTokens of(String account) {
        return accounts.computeIfAbsent(account, name -> fresh(name, null));
    }

    private AccountTokens fresh(String account, @Nullable AccessToken first) {
        Renewal renewal = new Renewal(account, store, client, clock);
        Duration patience = client.longestRequest().multipliedBy(2).plus(STORE_ALLOWANCE);
        return new AccountTokens("Account " + account, renewal, clock, patience, first);
    }

    private void overwrite(
            String account, StoredToken next, Predicate<StoredToken> keep, @Nullable AccessToken accessToken) {
        for (int attempt = 0; attempt < SAVE_ATTEMPTS; attempt++) {
            Optional<StoredToken> kept = store.load(account);
            if (kept.filter(keep).isPresent()) {
                return;
            }
            long version = kept.map(StoredToken::version).orElse(0L);
            if (store.save(account, next.withVersion(version + 1), version)) {
                AccountTokens before = accounts.put(account, fresh(account, accessToken));
                if (before != null) {
                    before.retire();
                }
                return;
            }
        }
        throw OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.OTHER,
                        Actor.OPERATOR,
                        true,
                        "The token store refused to save the account '" + account + "' " + SAVE_ATTEMPTS
                                + " times. Check that save(..) compares with the version that load(..) gives."));
    }
}
