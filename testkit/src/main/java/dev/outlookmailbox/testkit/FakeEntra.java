package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.directory.Directory;
import dev.outlookmailbox.testkit.entra.AccessTokens;
import dev.outlookmailbox.testkit.entra.Entra;
import dev.outlookmailbox.testkit.entra.Registration;
import java.time.Duration;

/** What can be made to happen at the fake Entra. Any thread may use it; everything takes effect at once. */
public final class FakeEntra {

    private final Entra entra;
    private final Registration app;
    private final Directory directory;
    private final Runnable onExpiry;

    FakeEntra(Entra entra, Registration app, Directory directory, Runnable onExpiry) {
        this.entra = entra;
        this.app = app;
        this.directory = directory;
        this.onExpiry = onExpiry;
    }

    /**
     * Lets the app send its users back to this address. On localhost the port does not matter.
     *
     * @throws IllegalArgumentException if it is neither https nor http on localhost or 127.0.0.1, or has a fragment
     */
    public void registerRedirectUri(String redirectUri) {
        app.addRedirectUri(redirectUri);
    }

    /**
     * Makes all access tokens of now worthless, although they say to live longer. Exchange refuses them from now on and ends
     * the IMAP sessions that were opened with them: idle ones at once, others at their next command. SMTP sessions that are
     * open already go on, as nothing else is documented of Exchange.
     */
    public void expireAccessTokens() {
        entra.accessTokens().expireAll();
        onExpiry.run();
    }

    /**
     * Revokes all refresh tokens that this person has now, as an administrator would (AADSTS50173). Access tokens live on until
     * they expire; a new sign-in heals it.
     *
     * @throws IllegalArgumentException if nobody has this address
     */
    public void revoke(String mailboxAddress) {
        Account account = directory
                .find(mailboxAddress)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody has the address " + mailboxAddress + "; add the mailbox first: addMailbox(..)."));
        entra.refreshTokens().revoke(account);
    }

    /** Answers every token request with 429 and {@code Retry-After} (whole seconds) until {@link #reset()}. */
    public void throttle(Duration retryAfter) {
        throttle(retryAfter, Integer.MAX_VALUE);
    }

    /** Answers the next so many token requests with 429 and {@code Retry-After} (whole seconds). */
    public void throttle(Duration retryAfter, int times) {
        entra.faults().throttle(retryAfter, times);
    }

    /**
     * Answers the next token request with exactly this. Called more than once, the answers are given in that order.
     *
     * @param status of HTTP
     * @param body sent as {@code application/json}, whatever it holds
     */
    public void answer(int status, String body) {
        entra.faults().answer(status, body);
    }

    /** How long access tokens live that are minted from now on; one hour if never called. */
    public void accessTokenLifetime(Duration lifetime) {
        entra.accessTokens().lifetime(lifetime);
    }

    /** Lets each refresh token work once only. Without it old ones stay valid beside their successors, as at Entra. */
    public void oneTimeRefreshTokens() {
        entra.refreshTokens().singleUse(true);
    }

    /** How many requests the token endpoint has had since the start or the last {@link #reset()}, refused ones included. */
    public int tokenRequests() {
        return entra.faults().requests();
    }

    /** Ends throttling, forgets answers that were not given yet, counts from zero, and restores the defaults. */
    public void reset() {
        entra.faults().clear();
        entra.accessTokens().lifetime(AccessTokens.DEFAULT_LIFETIME);
        entra.refreshTokens().singleUse(false);
    }
}
