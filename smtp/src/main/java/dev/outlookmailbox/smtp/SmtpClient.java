package dev.outlookmailbox.smtp;

import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.smtp.mime.ComposedMessage;
import dev.outlookmailbox.smtp.mime.Composer;
import dev.outlookmailbox.smtp.mime.ContentUnreadableException;
import dev.outlookmailbox.smtp.wire.Delivery;
import dev.outlookmailbox.smtp.wire.Failures;
import dev.outlookmailbox.smtp.wire.SessionOpener;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits messages to Exchange for one mailbox. Any thread may call it; messages go one after the other over one connection,
 * which is made with the first and kept for the next.
 *
 * <p>Exchange files what it takes in Sent Items by itself. Each reply is waited for as {@link MailboxAccess#timeouts} says; the
 * answer to a whole message five times as long, since giving up there leaves the outcome unknown.
 */
public final class SmtpClient implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpClient.class);

    private final MailboxAccess access;
    private final Clock clock;
    private final Composer composer;
    private final SessionTurns turns;

    /**
     * @param clock dates the messages and ages connections
     * @param random makes ids; thread-safe and unpredictable, as {@link SecureRandom} is
     */
    public SmtpClient(MailboxAccess access, Clock clock, RandomGenerator random) {
        this.access = access;
        this.clock = clock;
        this.composer = new Composer(clock, random);
        this.turns = new SessionTurns(new SessionOpener(access, clock), access.timeouts());
    }

    /** Connects with the first message or {@link #verify()}, not here. */
    public static SmtpClient of(MailboxAccess access) {
        return new SmtpClient(access, Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Sends the message, from the mailbox unless the message names another sender. Returns once the server has taken it for at
     * least one recipient; see {@link SendReceipt#rejected()} for the others.
     *
     * @throws IllegalArgumentException if the message has no recipient
     * @throws IllegalStateException if this client is closed
     * @throws OutlookException if it was not sent, or it is unknown whether it was: {@link OutlookException#outcome()} is
     *     always present
     */
    public SendReceipt send(OutgoingMessage message) {
        ComposedMessage composed = composer.compose(message, access.mailbox());
        try {
            long size = composed.content().size();
            Delivery delivery = turns.submit(composed, size);
            LOG.debug(
                    "sent {} of {} bytes to {} recipients",
                    composed.messageId(),
                    size,
                    delivery.accepted().size());
            return receipt(composed, delivery);
        } catch (ContentUnreadableException e) {
            throw Failures.unreadable(e);
        } catch (OutlookException e) {
            throw e.outcome().isPresent() ? e : e.withOutcome(SendOutcome.NOT_SENT);
        }
    }

    /**
     * Proves that the mailbox can sign in at the server, without sending anything.
     *
     * @throws IllegalStateException if this client is closed
     * @throws OutlookException if it cannot
     */
    public void verify() {
        turns.verify();
    }

    /** Ends the connection. A message that is on its way is waited for, for a while, and then cut off; others are refused. */
    @Override
    public void close() {
        turns.close();
    }

    /** Names the mailbox and the server. */
    @Override
    public String toString() {
        return "SmtpClient[" + access + "]";
    }

    private SendReceipt receipt(ComposedMessage composed, Delivery delivery) {
        return new SendReceipt(
                SendOutcome.SENT,
                composed.messageId(),
                clock.instant(),
                delivery.accepted(),
                delivery.rejected(),
                delivery.serverReply());
    }
}
