package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps refresh tokens as long as the process lives: for tests, for short programs, and for hosts that hand the same refresh
 * token in at every start. Any thread may use it.
 */
public final class InMemoryTokenStore implements TokenStore {

    private final ConcurrentMap<String, StoredToken> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredToken> load(String account) {
        return Optional.ofNullable(tokens.get(account));
    }

    @Override
    public boolean save(String account, StoredToken next, long expectedVersion) {
        StoredToken saved = next.withVersion(expectedVersion + 1);
        if (expectedVersion == 0) {
            return tokens.putIfAbsent(account, saved) == null;
        }
        StoredToken kept = tokens.get(account);
        return kept != null && kept.version() == expectedVersion && tokens.replace(account, kept, saved);
    }

    @Override
    public void delete(String account) {
        tokens.remove(account);
    }

    /** Names the number of accounts only. */
    @Override
    public String toString() {
        return "InMemoryTokenStore[" + tokens.size() + " accounts]";
    }
}
