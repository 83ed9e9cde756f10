package dev.outlookmailbox.imap.command;

import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.imap.session.FolderAccess;
import dev.outlookmailbox.imap.session.ImapConnection;
import dev.outlookmailbox.imap.session.MailboxSession;
import dev.outlookmailbox.imap.session.Selection;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All headers of a folder, newest first, a page at a time. Eight bytes a message are held, and one page. Between pages no
 * connection is held, so a slow reader blocks nobody and a stream that nobody closes costs nothing.
 */
public final class HeaderPages extends Spliterators.AbstractSpliterator<MessageHeader> {

    private static final int FIRST_PAGE = 100;
    private static final int PAGE = 1_000;

    private final MailboxSession session;
    private final FolderEntry folder;
    private final Deque<MessageHeader> page = new ArrayDeque<>();
    private long @Nullable [] uids;
    private long uidValidity;
    private int remaining;
    private boolean closed;

    private HeaderPages(MailboxSession session, FolderEntry folder) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
        this.session = session;
        this.folder = folder;
    }

    /** Sequential; nothing is asked of the server before the first header is. */
    public static Stream<MessageHeader> stream(MailboxSession session, FolderEntry folder) {
        HeaderPages pages = new HeaderPages(session, folder);
        return StreamSupport.stream(pages, false).onClose(() -> pages.closed = true);
    }

    @Override
    public boolean tryAdvance(Consumer<? super MessageHeader> action) {
        if (closed) {
            throw new IllegalStateException("The stream of headers has been closed.");
        }
        while (page.isEmpty()) {
            if (!nextPage()) {
                return false;
            }
        }
        action.accept(page.removeFirst());
        return true;
    }

    private boolean nextPage() {
        if (uids == null) {
            long[] all = session.inFolder(folder.mailbox(), FolderAccess.READ_NOW, 0, this::allUids);
            uids = all;
            remaining = all.length;
        }
        if (remaining == 0) {
            return false;
        }
        int from = Math.max(0, remaining - (remaining == uids.length ? FIRST_PAGE : PAGE));
        List<Long> wanted =
                LongStream.of(Arrays.copyOfRange(uids, from, remaining)).boxed().toList();
        for (String set : UidSet.chunks(wanted)) {
            fetch(set, uids[remaining - 1]);
        }
        remaining = from;
        return true;
    }

    /** The pieces of a page come in ascending order, so each is put before those that are there. */
    private void fetch(String set, long highestUid) {
        List<MessageHeader> headers =
                session.inFolder(folder.mailbox(), FolderAccess.READ, highestUid, (connection, selection) -> {
                    FolderState.check(folder, uidValidity, selection);
                    String command = "UID FETCH " + set + " " + HeaderItems.FETCH;
                    return FetchLatest.headers(connection, command, folder.path(), uidValidity);
                });
        for (int i = headers.size() - 1; i >= 0; i--) {
            page.addFirst(headers.get(i));
        }
    }

    private long[] allUids(ImapConnection connection, Selection selection) {
        uidValidity = selection.uidValidity();
        LongStream.Builder found = LongStream.builder();
        if (selection.messages() > 0) {
            connection
                    .execute("UID SEARCH ALL", response -> {
                        if (response.name().equals("SEARCH")) {
                            while (!response.tokens().atEnd()) {
                                found.add(response.tokens().number());
                            }
                        }
                    })
                    .orThrow();
        }
        return found.build().sorted().distinct().toArray();
    }
}
