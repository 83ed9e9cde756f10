package dev.outlookmailbox.oauth;

import dev.outlookmailbox.core.MailAddress;
import java.util.Set;

/**
 * A user who signed in.
 *
 * @param id the key of the account in the token store. After a sign-in {@code oid.tid}, which never changes and which no one
 *     else can have; use it as your key as well. After {@link OutlookApp#adopt} it is the host's own
 * @param address of the mailbox, with the user's display name. Administrators can change it, and so it proves nothing: never
 *     look users up by it
 * @param tenantId the tenant that the user belongs to; {@code ""} if the server did not tell.
 *     {@code 9188040d-6c67-4c5b-b112-36a304b66dad} holds the personal accounts
 * @param grantedScopes as Entra named them, which may be without the resource in front
 */
public record Account(String id, MailAddress address, String tenantId, Set<String> grantedScopes) {

    public Account {
        grantedScopes = Set.copyOf(grantedScopes);
    }

    /** The user's display name, {@code ""} if there is none. */
    public String name() {
        return address.name();
    }
}
