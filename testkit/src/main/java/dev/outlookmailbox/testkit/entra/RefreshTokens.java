package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refresh tokens. Each use gives a new one; the old ones stay valid, as at Entra, unless told otherwise. Any thread may use it.
 */
public final class RefreshTokens {

    private final Clock clock;
    private final Randomness random;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<Account, Instant> revokedAt = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private volatile boolean singleUse;

    RefreshTokens(Clock clock, Randomness random) {
        this.clock = clock;
        this.random = random;
    }

    public String issue(Account account) {
        String token = (account.personal() ? "M.C5_BAY.0.U.-" : "1.AXoA") + random.text(400);
        grants.put(token, new Grant(account, clock.instant()));
        return token;
    }

    /** Uses a token. */
    Grant redeem(String token) throws EntraException {
        @Nullable Grant grant = singleUse ? grants.remove(token) : grants.get(token);
        if (grant == null) {
            throw EntraException.invalidGrant(70000, "Provided grant is invalid or malformed.")
                    .suberror("bad_token");
        }
        if (revoked.contains(token)) {
            throw EntraException.invalidGrant(
                            50173,
                            "The provided grant has expired due to it being revoked, a fresh auth token is needed."
                                    + " The user might have changed or reset their password. The grant was issued on '"
                                    + grant.issuedAt() + "' and the TokensValidFrom date (before which tokens are not"
                                    + " valid) for this user is '" + revokedAt.get(grant.account()) + "'.")
                    .suberror("bad_token");
        }
        return grant;
    }

    /** Makes all tokens that the person has now worthless; a new sign-in helps. */
    public void revoke(Account account) {
        revokedAt.put(account, clock.instant());
        grants.forEach((token, grant) -> {
            if (grant.account().equals(account)) {
                revoked.add(token);
            }
        });
    }

    /** Whether a token dies by being used. */
    public void singleUse(boolean value) {
        singleUse = value;
    }
}
