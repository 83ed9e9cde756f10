package dev.outlookmailbox;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the host of each refresh token that replaces another, before the library uses what came with it. Thread-safe. */
final class RotationListeningStore implements TokenStore {

    private final TokenStore store;
    private final Consumer<String> listener;

    RotationListeningStore(TokenStore store, Consumer<String> listener) {
        this.store = store;
        this.listener = listener;
    }

    @Override
    public Optional<StoredToken> load(String account) {
        return store.load(account);
    }

    /** The first token of an account is the one that the host handed in, so it is no news. */
    @Override
    public boolean save(String account, StoredToken next, long expectedVersion) {
        String before = store.load(account).map(StoredToken::refreshToken).orElse(next.refreshToken());
        if (!before.equals(next.refreshToken())) {
            listener.accept(next.refreshToken());
        }
        return store.save(account, next, expectedVersion);
    }

    @Override
    public void delete(String account) {
        store.delete(account);
    }
}
