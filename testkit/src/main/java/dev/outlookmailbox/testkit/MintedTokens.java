package dev.outlookmailbox.testkit;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a token until it expires or is refused; does not know that Exchange may refuse it before. Thread-safe. */
final class MintedTokens implements AccessTokenProvider {

    private final Supplier<AccessToken> mint;
    private @Nullable AccessToken current;

    MintedTokens(Supplier<AccessToken> mint) {
        this.mint = mint;
    }

    @Override
    public synchronized AccessToken get() {
        if (current == null || current.expiresWithin(Duration.ZERO, Instant.now())) {
            current = mint.get();
        }
        return current;
    }

    @Override
    public synchronized AccessToken replace(AccessToken rejected) {
        if (rejected.equals(current)) {
            current = null;
        }
        return get();
    }
}
