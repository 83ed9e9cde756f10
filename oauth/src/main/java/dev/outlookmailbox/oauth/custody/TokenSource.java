package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.AccessToken;

/** Where the next access token comes from. One thread at a time asks it. */
interface TokenSource {

    /** @throws dev.outlookmailbox.core.error.OutlookException if there is no token to be had */
    AccessToken renew();

    /** Nobody will ask again; nothing is stored from now on. Any thread may call this. */
    void retire();
}
