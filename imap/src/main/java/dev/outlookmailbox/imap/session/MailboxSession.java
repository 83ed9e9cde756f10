package dev.outlookmailbox.imap.session;

import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.net.Tls;
import dev.outlookmailbox.imap.content.TempFiles;
import dev.outlookmailbox.imap.wire.Dialer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on a connection of one mailbox. When a connection has died in the pool, or the server has ended it because its
 * token ran out, the work runs once more on a new one, unless it may have been done already. Thread-safe.
 */
public final class MailboxSession implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailboxSession.class);
    private static final int CONNECTIONS = 3;

    /** A sign-in may take this many times the connect and read timeouts together. */
    private static final int SIGN_IN_WAITS = 2;

    private final TempFiles files;
    private final ConnectionPool pool;

    private MailboxSession(TempFiles files, ConnectionPool pool) {
        this.files = files;
        this.pool = pool;
    }

    /**
     * Connects, signs in and proves that the mailbox can be read.
     *
     * @throws OutlookException if any of it fails; says what to do
     */
    public static MailboxSession open(MailboxAccess access, Pause pause, Clock clock) {
        TempFiles files = new TempFiles();
        Tls tls = Tls.of(access.endpoints());
        Dialer dialer = new Dialer(access.endpoints().imap(), access.timeouts(), tls, files);
        Duration patience = access.timeouts().connect().plus(access.timeouts().read());
        SignIn signIn = new SignIn(dialer, access.mailbox().address(), patience.multipliedBy(SIGN_IN_WAITS));
        Connector connector = new Connector(signIn, access.tokens(), pause);
        MailboxSession session = new MailboxSession(files, new ConnectionPool(connector, clock, CONNECTIONS, patience));
        session.pool.lease(null, false).close();
        return session;
    }

    /** Work that needs no folder. It may run twice. */
    public <T> T run(Function<ImapConnection, T> work) {
        return attempt(null, FolderAccess.READ, (connection, mailbox) -> work.apply(connection));
    }

    /**
     * Work in a folder.
     *
     * @param mailbox as on the wire
     * @param highestUid of the messages that the work is about, 0 if it is about none in particular
     */
    public <T> T inFolder(
            String mailbox, FolderAccess access, long highestUid, BiFunction<ImapConnection, Selection, T> work) {
        return attempt(mailbox, access, (connection, begun) -> {
            Selection open = connection.selection();
            Selection selection = open != null && open.mailbox().equals(mailbox) && access.accepts(open, highestUid)
                    ? open
                    : OpenFolder.open(connection, mailbox, access.needsWritable());
            begun.run();
            return work.apply(connection, selection);
        });
    }

    /** Ends all connections and removes all temporary files. Idempotent. */
    @Override
    public void close() {
        pool.close();
        files.close();
    }

    private <T> T attempt(@Nullable String mailbox, FolderAccess access, BiFunction<ImapConnection, Runnable, T> work) {
        boolean again = false;
        while (true) {
            Lease lease = pool.lease(mailbox, again);
            boolean[] begun = {false};
            try (lease) {
                return work.apply(lease.connection(), () -> begun[0] = true);
            } catch (OutlookException e) {
                boolean repeatable = access != FolderAccess.WRITE_ONCE || !begun[0];
                if (!lease.failedOfAge(e) || again || !repeatable) {
                    throw e;
                }
                log.debug(
                        "A connection had ended meanwhile ({}); trying again on a new one",
                        e.diagnosis().reason());
                again = true;
            }
        }
    }
}
