package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;

/** Loads what must be there. */
final class Kept {

    private Kept() {}

    /** @throws dev.outlookmailbox.core.error.SignInRequiredException if the store holds nothing for the account */
    static StoredToken require(TokenStore store, String account) {
        return store.load(account).orElseThrow(() -> nothing(account));
    }

    static OutlookException nothing(String account) {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.OTHER,
                        Actor.USER,
                        false,
                        "No refresh token is kept for the account '" + account + "'. Send the user through"
                                + " OutlookApp.signIn(), or hand in a refresh token by OutlookApp.adopt(..)."));
    }
}
