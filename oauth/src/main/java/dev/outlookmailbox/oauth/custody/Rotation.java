package dev.outlookmailbox.oauth.custody;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.oauth.entra.IdToken;
import dev.outlookmailbox.oauth.entra.TokenAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token answer that is to be saved over what was stored when it was asked for.
 *
 * @param base what the store held, with its version
 */
record Rotation(StoredToken base, TokenAnswer answer) {

    /** What to store: the rotated refresh token, or the old one if the answer brought none, and what was learned. */
    StoredToken next(Instant now) {
        String rotated = answer.refreshToken();
        boolean same = rotated == null || rotated.equals(base.refreshToken());
        return new StoredToken(
                rotated == null ? base.refreshToken() : rotated,
                base.version() + 1,
                address(),
                tenantId(),
                answer.grantedScopes(),
                same ? base.obtainedAt() : now,
                base.origin());
    }

    /** Whether the store already holds all of it. */
    boolean changesNothing(Instant now) {
        return next(now).withVersion(base.version()).equals(base);
    }

    private @Nullable MailAddress address() {
        MailAddress known = base.address();
        IdToken idToken = answer.idToken();
        if (idToken == null || idToken.addresses().isEmpty()) {
            return known;
        }
        return idToken.addresses().stream()
                .filter(named -> known != null && named.sameMailbox(known))
                .findFirst()
                .orElse(idToken.addresses().get(0));
    }

    private @Nullable String tenantId() {
        IdToken idToken = answer.idToken();
        return idToken == null || idToken.tenantId() == null ? base.tenantId() : idToken.tenantId();
    }
}
