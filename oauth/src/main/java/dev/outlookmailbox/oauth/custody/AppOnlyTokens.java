package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.oauth.entra.TokenClient;
import java.time.Clock;
import java.time.Duration;

/** The tokens of the app itself; nothing of them is stored. Any thread may use it. */
public final class AppOnlyTokens implements AccessTokenProvider {

    private static final Duration ALLOWANCE = Duration.ofSeconds(10);

    private final AccountTokens tokens;

    public AppOnlyTokens(TokenClient client, Clock clock) {
        this.tokens = new AccountTokens(
                "App-only access",
                new Source(client),
                clock,
                client.longestRequest().plus(ALLOWANCE),
                null);
    }

    @Override
    public AccessToken get() {
        return tokens.get();
    }

    @Override
    public AccessToken replace(AccessToken rejected) {
        return tokens.replace(rejected);
    }

    @Override
    public String toString() {
        return "app-only tokens";
    }

    private record Source(TokenClient client) implements TokenSource {

        @Override
        public AccessToken renew() {
            return client.appOnly().orThrow().accessToken();
        }

        @Override
        public void retire() {}
    }
}
