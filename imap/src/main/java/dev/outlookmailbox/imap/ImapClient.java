package dev.outlookmailbox.imap;

import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.command.FolderEntry;
import dev.outlookmailbox.imap.command.FolderTree;
import dev.outlookmailbox.imap.command.ListFolders;
import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.session.Pause;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reading side of one mailbox. Any number of threads may use it at once; they share up to three connections, and a call
 * that finds all of them busy waits for one no longer than the timeouts allow.
 */
public final class ImapClient implements AutoCloseable {

    private final MailboxAccess access;
    private final MailboxSession session;
    private volatile @Nullable FolderTree tree;

    private ImapClient(MailboxAccess access, MailboxSession session) {
        this.access = access;
        this.session = session;
    }

    /**
     * Connects, signs in and proves that the mailbox can be read.
     *
     * @throws OutlookException if any of it fails: the subtype and the diagnosis say what to do
     */
    public static ImapClient connect(MailboxAccess access) {
        return connect(access, Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
    }

    static ImapClient connect(MailboxAccess access, Clock clock, Pause pause) {
        return new ImapClient(access, MailboxSession.open(access, pause, clock));
    }

    /**
     * All mail folders as they are now, parents before their children. Outlook's calendars, contacts, tasks, notes and the like,
     * which IMAP shows as folders too, are left out; {@link #folder(String)} finds them nevertheless.
     */
    public List<Folder> folders() {
        return list().entries().stream()
                .filter(FolderEntry::mail)
                .map(this::open)
                .toList();
    }

    /**
     * The folder of a path such as {@code Projects/Alpha}.
     *
     * @throws CommandRejectedException if there is none (FOLDER_NOT_FOUND); its advice names the nearest ones
     */
    public Folder folder(String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("A folder has a path, as in \"Projects/Alpha\"; for INBOX use inbox().");
        }
        return find(known -> known.find(path))
                .orElseThrow(() -> notFound("There is no folder '" + path + "'. The nearest are: "
                        + String.join(", ", list().nearest(path)) + "."));
    }

    /**
     * The folder that serves as Sent Items, Deleted Items and so on, in whatever language.
     *
     * @throws CommandRejectedException if the mailbox has none that is known as such (FOLDER_NOT_FOUND)
     * @throws IllegalArgumentException for NONE, which many folders have
     */
    public Folder folder(FolderRole role) {
        if (role == FolderRole.NONE) {
            throw new IllegalArgumentException("Many folders have no role; ask for one by its path.");
        }
        if (role == FolderRole.INBOX) {
            return inbox();
        }
        return find(known -> known.find(role))
                .orElseThrow(() -> notFound("No folder is known to be the one for "
                        + role.name().toLowerCase(Locale.ROOT) + "; ask for it by its path, see folders()."));
    }

    /** Where mail arrives; costs no round trip. */
    public Folder inbox() {
        return open(FolderEntry.INBOX);
    }

    /**
     * Ends all connections, also those at work for other threads, and removes the temporary files of large messages. Idempotent.
     */
    @Override
    public void close() {
        session.close();
    }

    @Override
    public String toString() {
        return "ImapClient[" + access.mailbox().address() + " at "
                + access.endpoints().imap() + "]";
    }

    /** What was listed before will do, unless it does not have the folder. */
    private Optional<Folder> find(Function<FolderTree, Optional<FolderEntry>> search) {
        FolderTree known = tree;
        Optional<FolderEntry> found = known == null ? Optional.empty() : search.apply(known);
        return found.or(() -> search.apply(list())).map(this::open);
    }

    private FolderTree list() {
        FolderTree listed = new ListFolders(session).run();
        tree = listed;
        return listed;
    }

    private Folder open(FolderEntry entry) {
        return new Folder(session, entry);
    }

    private static OutlookException notFound(String advice) {
        return OutlookException.of(Layer.IMAP, Diagnosis.of(Reason.FOLDER_NOT_FOUND, Actor.OPERATOR, false, advice));
    }
}
