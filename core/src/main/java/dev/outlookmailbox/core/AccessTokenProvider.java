package dev.outlookmailbox.core;

import dev.outlookmailbox.core.error.OutlookException;

/**
 * Gives the access token for each new connection to Exchange. The library calls it from any thread, whenever it opens a
 * connection; implementations cache, refresh and must be thread-safe.
 *
 * <p>Most hosts never implement this: {@code OutlookApp.tokens(accountId)} does. Implement it to bring tokens from your own
 * vault.
 */
public interface AccessTokenProvider {

    /**
     * A token that is valid now. May block for a token request.
     *
     * @throws OutlookException if there is none to be had; passed on to the caller of the mail operation as it is
     */
    AccessToken get();

    /**
     * Called when a server refused {@code rejected}: gives a different token. If {@link #get()} would already give another
     * one, that one is enough. The library retries the sign-in once with the answer; a second refusal is final.
     *
     * @throws OutlookException if no other token can be had
     */
    AccessToken replace(AccessToken rejected);
}
