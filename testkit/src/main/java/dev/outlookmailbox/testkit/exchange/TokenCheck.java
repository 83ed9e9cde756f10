package dev.outlookmailbox.testkit.exchange;

import dev.outlookmailbox.testkit.directory.Account;

/** Whoever minted the tokens says what they are good for. Implementations are thread-safe. */
@FunctionalInterface
public interface TokenCheck {

    /**
     * Whether the token is valid now, was minted for this mailbox and for Exchange, and holds the permission.
     *
     * @param permission without the resource, as in {@code IMAP.AccessAsUser.All}
     */
    boolean allows(String token, Account mailbox, String permission);
}
