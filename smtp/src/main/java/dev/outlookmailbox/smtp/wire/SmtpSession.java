package dev.outlookmailbox.smtp.wire;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.ServerAddress;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.smtp.mime.ComposedMessage;
import dev.outlookmailbox.smtp.mime.ContentUnreadableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A connection that is signed in. One thread at a time may use it; {@link #cut()} may come from any. */
public final class SmtpSession {

    /** Exchange drops a connection on which nothing happens for minutes, and one that lives for ten. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(9);
    private static final int MOST_MESSAGES = 200;
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);

    private final Wire wire;
    private final ServerAddress server;
    private final Capabilities offered;
    private final AccessToken token;
    private final Clock clock;
    private final Instant openedAt;
    private Instant usedAt;
    private int messages;
    private boolean resetFirst;
    private volatile boolean dead;

    SmtpSession(Wire wire, ServerAddress server, Capabilities offered, AccessToken token, Clock clock) {
        this.wire = wire;
        this.server = server;
        this.offered = offered;
        this.token = token;
        this.clock = clock;
        this.openedAt = clock.instant();
        this.usedAt = openedAt;
    }

    /** Whether the server can be expected to take another message here. */
    public boolean isFresh() {
        Instant now = clock.instant();
        return !dead
                && messages < MOST_MESSAGES
                && usedAt.plus(LONGEST_IDLE).isAfter(now)
                && openedAt.plus(LONGEST_LIFE).isAfter(now)
                && !token.expiresWithin(TOKEN_MARGIN, now);
    }

    /**
     * Hands the message over.
     *
     * @param size of the content in octets
     * @throws StaleSessionException if the connection is gone and the server has not seen the message
     * @throws dev.outlookmailbox.core.error.OutlookException for everything else that fails; holds the outcome where it is not
     *     NOT_SENT
     */
    public Delivery submit(ComposedMessage message, long size) throws StaleSessionException {
        refuseWhatTheServerCannotTake(message, size);
        Transaction transaction = new Transaction(wire, offered, message, size, resetFirst);
        messages++;
        try {
            return transaction.run();
        } catch (ContentUnreadableException e) {
            throw Failures.unreadable(e);
        } catch (IOException e) {
            if (transaction.isUntouched()) {
                throw new StaleSessionException(Failures.network(server, e));
            }
            throw lost(transaction, e);
        } finally {
            usedAt = clock.instant();
            resetFirst = transaction.isLeftHalfDone();
            if (!transaction.isInStep()) {
                cut();
            }
        }
    }

    /** Whether the server still answers. */
    public boolean isAlive() {
        try {
            return wire.exchange("NOOP").isPositive();
        } catch (IOException e) {
            cut();
            return false;
        }
    }

    /** Leaves politely. */
    public void quit() {
        if (!dead) {
            dead = true;
            Quit.run(wire);
        }
    }

    /** Drops the connection, whatever is going on. */
    public void cut() {
        dead = true;
        wire.cut();
    }

    private RuntimeException lost(Transaction transaction, IOException e) {
        if (!transaction.isHandedOver() || e instanceof ServerClosingException) {
            return Failures.network(server, e);
        }
        return e instanceof MalformedReplyException
                ? Failures.network(server, e).withOutcome(SendOutcome.UNKNOWN)
                : Failures.unanswered(server, e);
    }

    private void refuseWhatTheServerCannotTake(ComposedMessage message, long size) {
        if (size > offered.size()) {
            throw Failures.of(
                    Reason.MESSAGE_TOO_LARGE,
                    Actor.OPERATOR,
                    "The message is " + size + " bytes long once its files are encoded for mail, and " + server
                            + " takes no more than " + offered.size() + "; send a link instead of the largest file.");
        }
        if (message.smtpUtf8() && !offered.smtpUtf8()) {
            throw Failures.of(
                    Reason.INVALID_REQUEST,
                    Actor.OPERATOR,
                    server + " takes addresses in ASCII only before the @ (no SMTPUTF8); name another address for the"
                            + " sender or recipients that have one.");
        }
    }
}
