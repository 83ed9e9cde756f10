package dev.outlookmailbox.core;

import java.util.Optional;

/**
 * Keeps the newest refresh token of each account, for one process or for many nodes. The library calls it from any thread.
 *
 * <p>Entra replaces a refresh token at every use, and the old one keeps its own age, so only the newest lives on. The library
 * saves a rotated token <em>before</em> it hands out the access token that came with it. Compare-and-set by version lets
 * several nodes share a store: whoever loses re-reads and uses the winner's token.
 *
 * <p>The account is a key that the host or {@code OutlookApp.completeSignIn} chose; treat it as opaque. Encrypt what you keep.
 * An exception thrown from here stops the operation and reaches its caller.
 */
public interface TokenStore {

    /** What is kept for the account, with its current version. */
    Optional<StoredToken> load(String account);

    /**
     * Saves {@code next} if the version kept now is {@code expectedVersion}; 0 stands for "nothing is kept". On success the
     * kept version becomes {@code expectedVersion + 1}, whatever {@code next.version()} says. Must be durable when it returns.
     *
     * @return false, with nothing changed, if another version is kept
     */
    boolean save(String account, StoredToken next, long expectedVersion);

    /** Forgets the account; nothing happens where none is kept. */
    void delete(String account);
}
