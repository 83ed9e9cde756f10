package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.oauth.entra.IdToken;
import dev.outlookmailbox.oauth.entra.TokenAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an id_token belongs to a sign-in (OpenID Connect Core 1.0 section 3.1.3.7, steps 3, 9 and 11). The signature
 * is left out by step 6: the token came straight from the token endpoint over TLS.
 */
final class IdTokenCheck {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private IdTokenCheck() {}

    /** @throws OutlookException if there is none, or it is of another app, of another sign-in, or expired */
    static IdToken require(TokenAnswer answer, PendingSignIn signIn, String clientId) {
        IdToken idToken = answer.idToken();
        if (idToken == null) {
            throw Callback.refused("Entra sent no id_token that can be read, so nobody knows who signed in.");
        }
        if (!idToken.audience().contains(clientId)) {
            throw Callback.refused("The id_token was made for another application.");
        }
        if (!signIn.nonce().equals(idToken.nonce())) {
            throw Callback.refused("The id_token belongs to another sign-in (its nonce differs).");
        }
        if (!answer.answeredAt().isBefore(idToken.expiresAt().plus(SKEW))) {
            throw Callback.refused("The id_token has expired; if that happens again, check this machine's clock.");
        }
        if (idToken.objectId() == null || idToken.tenantId() == null) {
            throw Callback.refused("The id_token does not tell who signed in (oid and tid are missing).");
        }
        return idToken;
    }

    /** @throws OutlookException if Entra told no address, or none is the expected one */
    static MailAddress address(IdToken idToken, @Nullable String expected) {
        if (idToken.addresses().isEmpty()) {
            throw noAddress();
        }
        return idToken.addresses().stream()
                .filter(named -> expected == null || named.sameMailbox(new MailAddress("", expected)))
                .findFirst()
                .orElseThrow(() -> otherAccount(idToken.addresses().get(0), expected));
    }

    static OutlookException noAddress() {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.SCOPE_INVALID,
                        Actor.OPERATOR,
                        false,
                        "Entra does not tell the user's mail address: no email, preferred_username or upn that is one."
                                + " Add the delegated permissions email and profile to the app registration and the"
                                + " optional claim email to its ID token, or name the mailbox yourself."));
    }

    private static OutlookException otherAccount(MailAddress picked, @Nullable String expected) {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.MAILBOX_MISMATCH_OR_NO_ACCESS,
                        Actor.USER,
                        false,
                        "The user signed in as " + picked.address() + ", but " + expected + " was expected. Nothing was"
                                + " kept. Start a new sign-in with prompt(Prompt.SELECT_ACCOUNT) and ask for that account."));
    }
}
