package dev.outlookmailbox.imap;

import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.imap.command.FetchLatest;
import dev.outlookmailbox.imap.command.FolderEntry;
import dev.outlookmailbox.imap.command.HeaderPages;
import dev.outlookmailbox.imap.command.MoveMessages;
import dev.outlookmailbox.imap.command.ReadMessage;
import dev.outlookmailbox.imap.command.StoreFlag;
import dev.outlookmailbox.imap.session.MailboxSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One folder of a mailbox. Any number of threads may use it at once. It holds no connection and need not be closed.
 *
 * <p>Every verb but {@link #mark} and {@link #move} leaves the folder as it is; above all, reading never marks a message as
 * read. All of them throw an {@code OutlookException} that says what to do if the server refuses or cannot be reached, and
 * {@code IllegalStateException} once the client is closed.
 */
public final class Folder {

    private final MailboxSession session;
    private final FolderEntry entry;

    Folder(MailboxSession session, FolderEntry entry) {
        this.session = session;
        this.entry = entry;
    }

    /** In Unicode, the levels separated by {@code /} whatever the server uses. */
    public String path() {
        return entry.path();
    }

    public FolderRole role() {
        return entry.role();
    }

    /**
     * The messages that came into the folder last, newest first; fewer than {@code n} if there are not so many. Two round trips.
     *
     * @param n 1 to 10,000; for more use {@link #headers}
     */
    public List<MessageHeader> latest(int n) {
        if (n < 1 || n > 10_000) {
            throw new IllegalArgumentException(
                    "latest(n) gives 1 to 10,000 headers, not " + n + "; for more use headers(HeaderQuery.all()).");
        }
        return new FetchLatest(session, entry).run(n);
    }

    /**
     * The headers in the order in which the messages came into the folder, newest first, fetched as they are asked for, in pages
     * of up to a thousand. What comes in later is not part of it, what is removed meanwhile is left out. Stop whenever you like;
     * closing the stream is good style, but nothing is held open between pages. For one thread.
     *
     * @throws CommandRejectedException from the stream, if the server rebuilds the folder meanwhile
     */
    public Stream<MessageHeader> headers(HeaderQuery query) {
        Objects.requireNonNull(query, "query");
        return HeaderPages.stream(session, entry);
    }

    /**
     * Reads a message whole, in one round trip. Above a megabyte it is kept in a temporary file until the message is closed or
     * forgotten, or the client is closed.
     *
     * @throws CommandRejectedException if the message is not in the folder any more, or the folder was rebuilt
     */
    public Message read(MessageId id) {
        refuseForeign(List.of(id));
        ReadMessage.Result read = new ReadMessage(session, entry).run(id);
        return new Message(read.header(), read.message());
    }

    /**
     * Sets or removes a flag. Messages that are gone are passed over.
     *
     * @throws CommandRejectedException if the folder was rebuilt
     */
    public void mark(Collection<MessageId> ids, Flag flag, boolean set) {
        refuseForeign(ids);
        if (!ids.isEmpty()) {
            new StoreFlag(session, entry).run(ids, flag, set);
        }
    }

    /**
     * Moves messages to another folder of the same mailbox.
     *
     * @return old id to new id, for those where the server told (Exchange does not always)
     * @throws CommandRejectedException if the target is gone, or this folder was rebuilt
     */
    public Map<MessageId, MessageId> move(Collection<MessageId> ids, Folder target) {
        refuseForeign(ids);
        if (target.session != session) {
            throw new IllegalArgumentException("Messages move within one mailbox; '" + target.path()
                    + "' belongs to another connection. Get it from the same client.");
        }
        if (target.path().equals(path())) {
            throw new IllegalArgumentException("The messages are in '" + path() + "' already.");
        }
        return ids.isEmpty() ? Map.of() : new MoveMessages(session, entry, target.entry).run(ids);
    }

    /** The path, and the role if there is one. */
    @Override
    public String toString() {
        return role() == FolderRole.NONE ? path() : path() + " (" + role() + ")";
    }

    private void refuseForeign(Collection<MessageId> ids) {
        for (MessageId id : ids) {
            if (!id.folder().equals(path())) {
                throw new IllegalArgumentException("The message " + id + " is in '" + id.folder() + "', not in '"
                        + path() + "'; ask that folder.");
            }
        }
    }
}
