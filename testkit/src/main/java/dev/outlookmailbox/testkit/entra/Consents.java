package dev.outlookmailbox.testkit.entra;

import dev.outlookmailbox.testkit.directory.Account;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people have allowed the app to do. Kept without the resource, since the portal shows the mail permissions as ones of
 * Microsoft Graph though they are granted for Exchange. Any thread may use it.
 */
public final class Consents {

    private final Map<Account, Set<String>> granted = new ConcurrentHashMap<>();

    /** Allows what reading and sending mail needs. */
    public void grantMail(Account account) {
        grant(account, Set.of("IMAP.AccessAsUser.All", "SMTP.Send"));
    }

    void grant(Account account, Set<String> permissions) {
        granted.computeIfAbsent(account, unknown -> ConcurrentHashMap.newKeySet())
                .addAll(permissions);
    }

    boolean covers(Account account, Scopes scopes) {
        return granted.getOrDefault(account, Set.of()).containsAll(scopes.permissionNames());
    }
}
