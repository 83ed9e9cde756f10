package dev.outlookmailbox.testkit;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.directory.Directory;
import dev.outlookmailbox.testkit.entra.Entra;
import dev.outlookmailbox.testkit.exchange.StoredMailbox;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A person's mailbox at the fake Outlook, seen from behind: what a test puts in and looks up without any protocol. Any thread
 * may use it.
 */
public final class FakeMailbox {

    private static final String INBOX = "INBOX";
    private static final String SENT = "Sent Items";

    private final Account account;
    private final StoredMailbox mailbox;
    private final Entra entra;
    private final Directory directory;

    FakeMailbox(Account account, StoredMailbox mailbox, Entra entra, Directory directory) {
        this.account = account;
        this.mailbox = mailbox;
        this.entra = entra;
        this.directory = directory;
    }

    /** The primary address. */
    public String address() {
        return account.address();
    }

    public String displayName() {
        return account.name();
    }

    /**
     * Gives the person another address, to receive at and to send from.
     *
     * @throws IllegalArgumentException if it is no address, or is taken
     */
    public void addAlias(String alias) {
        directory.addAlias(account, MailAddress.of(alias).address());
    }

    /** The addresses other than the primary one. */
    public List<String> aliases() {
        return account.aliases();
    }

    /** A new refresh token, as if the person had signed in and allowed reading and sending mail. */
    public String refreshToken() {
        entra.consents().grantMail(account);
        return entra.refreshTokens().issue(account);
    }

    /** Access tokens without any sign-in, for tests of what comes after it. Each call gives a provider of its own. */
    public AccessTokenProvider tokens() {
        return new MintedTokens(() -> entra.accessTokens().mintForMail(account));
    }

    /**
     * Puts a message into the inbox, unread.
     *
     * @param message header, blank line and body (RFC 5322), in UTF-8; any line ends will do
     */
    public void deliver(String message) {
        deliverTo(INBOX, message);
    }

    /** Puts a message into the inbox, unread. The octets are kept as they are. */
    public void deliver(byte[] message) {
        deliverTo(INBOX, message);
    }

    /**
     * Puts a message into a folder, unread.
     *
     * @param message header, blank line and body (RFC 5322), in UTF-8; any line ends will do
     * @throws IllegalArgumentException if there is no such folder
     */
    public void deliverTo(String folder, String message) {
        String crlf = message.replaceAll("\r?\n", "\r\n");
        deliverTo(folder, crlf.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts a message into a folder, unread. The octets are kept as they are.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public void deliverTo(String folder, byte[] message) {
        mailbox.deliver(existing(folder), message);
    }

    /** What is in the inbox now, oldest first. */
    public List<FakeMessage> inbox() {
        return messages(INBOX);
    }

    /** What is in Sent Items now, oldest first; Exchange files a copy of each submitted message there. */
    public List<FakeMessage> sent() {
        return messages(SENT);
    }

    /**
     * What is in a folder now, oldest first.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public List<FakeMessage> messages(String folder) {
        return existing(folder).getMessages().stream().map(FakeMailbox::read).toList();
    }

    /**
     * Makes a folder, and those above it where they are missing.
     *
     * @param path as in {@code Projects/Alpha}
     * @throws IllegalArgumentException if it exists
     */
    public void createFolder(String path) {
        try {
            mailbox.createFolder(path);
        } catch (FolderException e) {
            throw new IllegalArgumentException("The folder '" + path + "' cannot be made: " + e.getMessage(), e);
        }
    }

    /** The paths of all folders, those that hold no mail (Calendar and the like) included; INBOX first. */
    public List<String> folders() {
        try {
            return mailbox.folderNames();
        } catch (FolderException e) {
            throw new IllegalStateException("GreenMail cannot list its folders", e);
        }
    }

    @Override
    public String toString() {
        return account.toString();
    }

    private MailFolder existing(String folder) {
        return mailbox.folder(folder)
                .orElseThrow(() -> new IllegalArgumentException(
                        address() + " has no folder '" + folder + "', but " + folders() + "."));
    }

    private static FakeMessage read(StoredMessage stored) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            stored.getMimeMessage().writeTo(octets);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("GreenMail cannot give back a message", e);
        }
        return FakeMessage.parse(octets.toByteArray(), stored.isSet(Flag.SEEN), List.of());
    }
}
