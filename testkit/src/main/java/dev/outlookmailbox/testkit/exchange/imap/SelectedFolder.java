package dev.outlookmailbox.testkit.exchange.imap;

import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.MessageFlags;
import jakarta.mail.Flags;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a client has selected. Keeps what happens in it in order until the client can be told: GreenMail's own
 * bookkeeping loses expunges when mail arrives at the same moment. Any thread may report news.
 */
final class SelectedFolder extends ImapSessionFolder {

    private final Queue<Event> news = new ArrayDeque<>();
    private final Runnable onNews;

    SelectedFolder(MailFolder folder, ImapSession session, boolean readOnly, Runnable onNews) {
        super(folder, session, readOnly);
        this.onNews = onNews;
    }

    private sealed interface Event {}

    private record Exists(int count) implements Event {}

    private record FlagsChanged(
            int number, String flags, @Nullable Long uid) implements Event {}

    private record Expunged(int number) implements Event {}

    @Override
    public void added(int number) {
        report(new Exists(number));
    }

    @Override
    public void expunged(int number) {
        report(new Expunged(number));
    }

    @Override
    public void flagsUpdated(int number, Flags flags, @Nullable Long uid) {
        report(new FlagsChanged(number, MessageFlags.format(flags), uid));
    }

    /** Tells everything, or only what comes before the first expunge (RFC 3501 section 7.4.1). */
    void tell(ImapResponse client, boolean withoutExpunges) {
        synchronized (news) {
            while (!news.isEmpty() && !(withoutExpunges && news.peek() instanceof Expunged)) {
                tell(client, news.remove());
            }
        }
    }

    private void tell(ImapResponse client, Event event) {
        if (event instanceof Exists exists) {
            client.existsResponse(exists.count());
        } else if (event instanceof Expunged expunged) {
            client.expungeResponse(expunged.number());
        } else if (event instanceof FlagsChanged changed) {
            String uid = changed.uid() == null ? "" : " UID " + changed.uid();
            client.fetchResponse(changed.number(), "FLAGS " + changed.flags() + uid);
        }
    }

    private void report(Event event) {
        synchronized (news) {
            news.add(event);
        }
        onNews.run();
    }
}
