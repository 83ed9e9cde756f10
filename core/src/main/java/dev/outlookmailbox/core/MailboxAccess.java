package dev.outlookmailbox.core;

import java.util.Objects;

/**
 * All that a protocol client needs to reach one mailbox.
 *
 * @param mailbox the address that XOAUTH2 names as {@code user=}: of the signed-in user, or of a shared mailbox
 * @param tokens asked for a token at every new connection
 * @param endpoints the servers
 * @param timeouts for every wait
 */
public record MailboxAccess(
        MailAddress mailbox, AccessTokenProvider tokens, OutlookEndpoints endpoints, Timeouts timeouts) {

    /** @throws IllegalArgumentException if the address has no domain */
    public MailboxAccess {
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(endpoints, "endpoints");
        Objects.requireNonNull(timeouts, "timeouts");
        if (!mailbox.isComplete()) {
            throw new IllegalArgumentException("'" + mailbox + "' is not the address of a mailbox.");
        }
    }

    /** Does not ask the provider how it prints, since it holds secrets. */
    @Override
    public String toString() {
        return "MailboxAccess[" + mailbox.address() + " at " + endpoints + "]";
    }
}
