package dev.outlookmailbox.testkit.exchange;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The folders and messages of one person; folders are named as Exchange does, with slashes. Any thread may use it. */
public final class StoredMailbox {

    private static final String INBOX = "INBOX";

    private final MailStorage storage;
    private final GreenMailUser user;

    StoredMailbox(MailStorage storage, GreenMailUser user) {
        this.storage = storage;
        this.user = user;
    }

    /** GreenMail's view of the owner. */
    public GreenMailUser user() {
        return user;
    }

    public Optional<MailFolder> folder(String name) {
        return storage.folder(user, name);
    }

    /** All names, parents before their children, INBOX first. */
    public List<String> folderNames() throws FolderException {
        TreeSet<String> names = new TreeSet<>();
        String prefix = storage.host().getFolder(user, "").getFullName() + ".";
        for (MailFolder folder : storage.host().listMailboxes(user, "*")) {
            names.add(FolderNames.fromStore(folder.getFullName().substring(prefix.length())));
        }
        names.remove(INBOX);
        List<String> all = new ArrayList<>(names);
        all.add(0, INBOX);
        return List.copyOf(all);
    }

    /** The RFC 6154 attribute that Exchange shows for a folder, empty if none. */
    public String attribute(String name) {
        return DefaultFolders.attribute(name);
    }

    /** Makes the folder, and those above it where they are missing. */
    public void createFolder(String name) throws FolderException {
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            String parent = name.substring(0, slash);
            if (folder(parent).isEmpty()) {
                storage.create(user, parent);
            }
        }
        storage.create(user, name);
    }

    /** Moves the folder, what is below it and all messages to a name that must not exist yet. */
    public void rename(String from, String to) throws FolderException {
        MailFolder source = folder(from).orElseThrow(() -> new FolderException("Mailbox " + from + " does not exist."));
        createFolder(to);
        MailFolder target = folder(to).orElseThrow();
        for (long uid : source.getMessageUids()) {
            source.moveMessage(uid, target);
        }
        for (String name : folderNames()) {
            if (name.startsWith(from + "/") && name.indexOf('/', from.length() + 1) < 0) {
                rename(name, to + name.substring(from.length()));
            }
        }
        delete(from);
    }

    public void delete(String name) throws FolderException {
        try {
            storage.host().deleteMailbox(user, FolderNames.toStore(name));
        } catch (AuthorizationException e) {
            throw new FolderException("not authorised", e);
        }
    }

    /** Files a message. Gives its UID. */
    public long deliver(MailFolder folder, byte[] message, Flags flags, Instant received) {
        long uid = folder.appendMessage(
                GreenMailUtil.newMimeMessage(new ByteArrayInputStream(message)), new Flags(flags), Date.from(received));
        StoredMessage stored = folder.getMessage(uid);
        if (stored != null) {
            stored.setFlag(Flag.RECENT, false);
        }
        return uid;
    }

    /** Files a message as new, unread, received now. */
    public void deliver(MailFolder folder, byte[] message) {
        deliver(folder, message, new Flags(), storage.now());
    }

    public void deliverToInbox(byte[] message) {
        deliver(folder(INBOX).orElseThrow(), message);
    }

    /** Keeps the copy of a message that was just sent, read as it is by its author. */
    public void fileAsSent(byte[] message) throws FolderException {
        if (folder(DefaultFolders.SENT).isEmpty()) {
            createFolder(DefaultFolders.SENT);
        }
        deliver(folder(DefaultFolders.SENT).orElseThrow(), message, new Flags(Flag.SEEN), storage.now());
    }
}
