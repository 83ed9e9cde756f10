package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.StoredToken;
import java.util.Objects;

/** Makes accounts out of what is stored. */
final class Accounts {

    private Accounts() {}

    /** @throws dev.outlookmailbox.core.error.OutlookException if no address is known */
    static Account of(String id, StoredToken token) {
        MailAddress address = token.address();
        if (address == null) {
            throw IdTokenCheck.noAddress();
        }
        return new Account(id, address, Objects.requireNonNullElse(token.tenantId(), ""), token.grantedScopes());
    }
}
