package dev.outlookmailbox.oauth.entra;

/** What Entra answered to a token request. */
public sealed interface TokenReply permits TokenAnswer, TokenRefusal {

    /**
     * The tokens.
     *
     * @throws dev.outlookmailbox.core.error.OutlookException if the request was refused
     */
    TokenAnswer orThrow();
}
