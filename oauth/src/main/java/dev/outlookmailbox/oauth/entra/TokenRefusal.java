package dev.outlookmailbox.oauth.entra;

import dev.outlookmailbox.core.error.OutlookException;

/**
 * Entra understood the request and said no, or not now.
 *
 * @param error the {@code error} of RFC 6749 section 5.2, {@code ""} if the answer named none
 * @param exception what to tell the caller
 */
public record TokenRefusal(String error, OutlookException exception) implements TokenReply {

    /** Whether the refresh token or the code is what Entra refused. */
    public boolean isInvalidGrant() {
        return error.equals("invalid_grant");
    }

    @Override
    public TokenAnswer orThrow() {
        throw exception;
    }
}
