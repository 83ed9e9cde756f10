package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.testkit.directory.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Mints access tokens and remembers what they are good for. Any thread may use it. */
public final class AccessTokens {

    /** How long a token lives unless told otherwise. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

    private static final Set<String> EXCHANGE =
            Set.of("https://outlook.office.com", "https://outlook.office365.com", "https://ps.outlook.com");

    private final Registration app;
    private final Clock clock;
    private final Randomness random;
    private final Map<String, Minted> minted = new ConcurrentHashMap<>();
    private volatile Duration lifetime = DEFAULT_LIFETIME;

    AccessTokens(Registration app, Clock clock, Randomness random) {
        this.app = app;
        this.clock = clock;
        this.random = random;
    }

    private record Minted(Account account, String audience, Set<String> permissions, Instant expiresAt) {}

    /** A token for the mail permissions, as if its owner had signed in. */
    public AccessToken mintForMail(Account account) {
        return mint(
                account,
                Scopes.parse("https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send"));
    }

    AccessToken mint(Account account, Scopes scopes) {
        Instant expiresAt = clock.instant().plus(lifetime);
        String audience = scopes.resources().isEmpty()
                ? app.clientId()
                : scopes.resources().get(0);
        Minted token = new Minted(account, audience, scopes.permissionNames(), expiresAt);
        String value = account.personal() ? "EwB" + random.text(600) : jwt(token);
        minted.put(value, token);
        return new AccessToken(value, expiresAt);
    }

    /** Whether the token is valid now, was minted for this mailbox and for Exchange, and holds the permission. */
    public boolean allows(String token, Account mailbox, String permission) {
        @Nullable Minted known = minted.get(token);
        return known != null
                && known.account().equals(mailbox)
                && EXCHANGE.contains(known.audience())
                && known.permissions().contains(permission)
                && known.expiresAt().isAfter(clock.instant());
    }

    public void lifetime(Duration duration) {
        lifetime = duration;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** Makes every token of now worthless, whatever its text says of its expiry. */
    public void expireAll() {
        minted.clear();
    }

    private String jwt(Minted token) {
        Account account = token.account();
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", token.audience());
        claims.put("iss", "https://sts.windows.net/" + account.tenantId() + "/");
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", token.expiresAt().getEpochSecond());
        claims.put("appid", app.clientId());
        claims.put("name", account.name());
        claims.put("oid", account.objectId());
        claims.put("scp", String.join(" ", token.permissions().stream().sorted().toList()));
        claims.put("tid", account.tenantId());
        claims.put("upn", account.address());
        claims.put("uti", random.text(16));
        claims.put("ver", "1.0");
        return SigningKey.shared().sign(claims);
    }
}
