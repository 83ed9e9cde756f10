package dev.outlookmailbox.testkit.exchange;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import dev.outlookmailbox.testkit.directory.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All mailboxes, kept in memory by GreenMail. No GreenMail server runs. Any thread may use it. */
public final class MailStorage {

    private final Clock clock;
    private final Managers greenMail = new Managers();
    private final Map<Account, StoredMailbox> mailboxes = new ConcurrentHashMap<>();

    /** @param clock says when mail has arrived */
    public MailStorage(Clock clock) {
        this.clock = clock;
    }

    /** Makes the mailbox with its default folders. */
    public StoredMailbox create(Account account) {
        try {
            GreenMailUser user =
                    greenMail.getUserManager().createUser(account.address(), account.address(), account.objectId());
            StoredMailbox mailbox = new StoredMailbox(this, user);
            for (String folder : DefaultFolders.NAMES) {
                mailbox.createFolder(folder);
            }
            mailboxes.put(account, mailbox);
            return mailbox;
        } catch (UserException | FolderException e) {
            throw new IllegalStateException("GreenMail cannot keep a mailbox for " + account.address(), e);
        }
    }

    public StoredMailbox of(Account account) {
        StoredMailbox mailbox = mailboxes.get(account);
        if (mailbox == null) {
            throw new IllegalStateException("No mailbox was made for " + account.address());
        }
        return mailbox;
    }

    /** For running GreenMail's commands. */
    public Managers greenMail() {
        return greenMail;
    }

    Optional<MailFolder> folder(GreenMailUser user, String name) {
        @Nullable MailFolder folder = host().getFolder(user, FolderNames.toStore(name));
        return Optional.ofNullable(folder);
    }

    MailFolder create(GreenMailUser user, String name) throws FolderException {
        try {
            return host().createMailbox(user, FolderNames.toStore(name));
        } catch (AuthorizationException e) {
            throw new FolderException("not authorised", e);
        }
    }

    Instant now() {
        return clock.instant();
    }

    ImapHostManager host() {
        return greenMail.getImapHostManager();
    }
}
