package dev.outlookmailbox;

import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.imap.Folder;
import dev.outlookmailbox.imap.FolderRole;
import dev.outlookmailbox.imap.ImapClient;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.SendReceipt;
import dev.outlookmailbox.smtp.SmtpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connected Outlook mailbox. Any thread may use it, and it is meant to be kept for as long as the application runs:
 * connections and tokens are renewed underneath.
 *
 * <pre>{@code
 * try (OutlookMailbox mailbox = OutlookMailbox.connect(clientId, clientSecret, refreshToken)) {
 *     for (MessageHeader header : mailbox.inbox().latest(20)) {
 *         System.out.println(header.from() + "  " + header.subject());
 *     }
 *     mailbox.send(OutgoingMessage.to("ada@example.com").subject("Hello").text("Sent over OAuth."));
 * }
 * }</pre>
 *
 * <p>Every failure is an {@link OutlookException} whose type says what to do next; bad arguments are refused with
 * {@link IllegalArgumentException} before anything is sent, and use after {@link #close()} with
 * {@link IllegalStateException}.
 */
public final class OutlookMailbox implements AutoCloseable {

    private final MailAddress address;
    private final ImapClient imap;
    private final SmtpClient smtp;
    private final AnswerComposer answers;
    private final AnsweredMarker marker;
    private final AtomicBoolean closed = new AtomicBoolean();

    OutlookMailbox(MailAddress address, List<MailAddress> aliases, ImapClient imap, SmtpClient smtp) {
        this.address = address;
        this.imap = imap;
        this.smtp = smtp;
        List<MailAddress> own = new ArrayList<>(aliases);
        own.add(address);
        this.answers = new AnswerComposer(own);
        this.marker = new AnsweredMarker(imap);
    }

    /**
     * Connects the mailbox of the user whom the refresh token belongs to: one token request, one IMAP sign-in, and proof that
     * the mailbox is there. SMTP is first spoken to when something is sent, since a mailbox may be allowed to read only.
     *
     * @param clientId the application (client) id of the app registration in Microsoft Entra
     * @param clientSecret the <em>value</em> of a client secret, not its id
     * @param refreshToken from a sign-in with offline_access, IMAP.AccessAsUser.All and SMTP.Send
     * @throws IllegalArgumentException if one is blank, or the secret is a GUID (then it is the secret's id)
     */
    public static OutlookMailbox connect(String clientId, String clientSecret, String refreshToken) {
        return builder()
                .client(clientId, clientSecret)
                .refreshToken(refreshToken)
                .connect();
    }

    /** Connects the mailbox of an account that signed in through {@code app.completeSignIn(..)} and was not forgotten. */
    public static OutlookMailbox open(OutlookApp app, String accountId) {
        return builder().app(app).account(accountId).connect();
    }

    /** All the choices there are. */
    public static Builder builder() {
        return new Builder();
    }

    /** The mailbox itself: of the signed-in user, or the one that {@link Builder#mailbox} named. */
    public MailAddress address() {
        return address;
    }

    /** The folders that hold mail, in tree order. */
    public List<Folder> folders() {
        return open().folders();
    }

    /**
     * @param path from the top, with {@code /} between the levels: {@code Projects/Alpha}
     * @throws dev.outlookmailbox.core.error.CommandRejectedException if there is no such folder
     */
    public Folder folder(String path) {
        return open().folder(path);
    }

    /**
     * The folder that plays a role, whatever its name in the language of the mailbox.
     *
     * @throws dev.outlookmailbox.core.error.CommandRejectedException if the mailbox has none
     */
    public Folder folder(FolderRole role) {
        return open().folder(role);
    }

    public Folder inbox() {
        return open().inbox();
    }

    /**
     * Hands a message to Exchange, which files the copy in Sent Items itself. When it answers another message, that one is
     * marked as answered afterwards; failing to do so is logged and does not fail the send.
     *
     * @return what became of each recipient; some may have been rejected while others were accepted
     * @throws OutlookException with an {@link OutlookException#outcome()} if the message was not sent, or its fate is unknown
     */
    public SendReceipt send(OutgoingMessage message) {
        open();
        SendReceipt receipt = smtp.send(message);
        message.origin().ifPresent(origin -> marker.mark(origin, receipt));
        return receipt;
    }

    /**
     * An answer to whoever wrote the message, or to its recipients if that was this mailbox. Fill in the text and send it: the
     * original is quoted below.
     */
    public OutgoingMessage reply(Message original) {
        return answers.reply(original);
    }

    /** An answer to everybody in the conversation except this mailbox and its {@link Builder#aliases}. */
    public OutgoingMessage replyAll(Message original) {
        return answers.replyAll(original);
    }

    /** The message with its attachments for somebody else; name the recipients with {@code addTo(..)}. */
    public OutgoingMessage forward(Message original) {
        return answers.forward(original);
    }

    /** Closes all connections. May be called more than once and from any thread. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                smtp.close();
            } finally {
                imap.close();
            }
        }
    }

    @Override
    public String toString() {
        return "OutlookMailbox[" + address.address() + "]";
    }

    private ImapClient open() {
        if (closed.get()) {
            throw new IllegalStateException("The mailbox " + address.address() + " has been closed; connect it again.");
        }
        return imap;
    }

    /**
     * Collects how to connect. One of three ways to get tokens is needed: {@link #client} with {@link #refreshToken} or
     * {@link #tokenStore}; {@link #app} with {@link #account}; or {@link #tokens} with {@link #mailbox}. Not thread-safe.
     */
    public static final class Builder {
        final Settings settings = new Settings();

        private Builder() {}

        /**
         * @param id application (client) id
         * @param secret the value of the client secret
         */
        public Builder client(String id, String secret) {
            settings.clientId = id;
            settings.clientSecret = secret;
            return this;
        }

        /** Default {@code common}: work, school and personal accounts of any tenant. */
        public Builder tenant(String tenant) {
            settings.tenant = tenant;
            return this;
        }

        public Builder refreshToken(String refreshToken) {
            settings.refreshToken = refreshToken;
            return this;
        }

        /**
         * Where rotated refresh tokens are kept. A token found there wins over the one given to {@link #refreshToken}, if it
         * descends from it.
         *
         * @param accountId your own key for the account
         */
        public Builder tokenStore(TokenStore store, String accountId) {
            settings.tokenStore = store;
            settings.accountId = accountId;
            return this;
        }

        /**
         * For hosts that keep just the string: called with each refresh token that replaces the one before, before the library
         * uses the access token that came with it. What it throws stops the operation, and the token is offered again with the
         * next. Called on a thread of the library's, one at a time.
         */
        public Builder onRefreshTokenRotated(Consumer<String> listener) {
            settings.rotationListener = listener;
            return this;
        }

        public Builder app(OutlookApp app) {
            settings.app = app;
            return this;
        }

        /** The {@code Account.id()} of a completed sign-in. */
        public Builder account(String accountId) {
            settings.accountId = accountId;
            return this;
        }

        /** Tokens of your own making; {@link #mailbox} is needed with them. */
        public Builder tokens(AccessTokenProvider tokens) {
            settings.tokens = tokens;
            return this;
        }

        /** A shared mailbox that the signed-in user may open, or the mailbox that {@link #tokens} are for. */
        public Builder mailbox(String address) {
            settings.mailbox = MailAddress.of(address);
            return this;
        }

        /** Other addresses of this mailbox: never answered to in {@code replyAll}. */
        public Builder aliases(String... addresses) {
            settings.aliases = List.of(addresses).stream().map(MailAddress::of).toList();
            return this;
        }

        /** Default {@link OutlookEndpoints#worldwide()}; for {@link #app} those of the app. */
        public Builder endpoints(OutlookEndpoints endpoints) {
            settings.endpoints = endpoints;
            return this;
        }

        public Builder timeouts(Timeouts timeouts) {
            settings.timeouts = timeouts;
            return this;
        }

        /**
         * @throws IllegalArgumentException if the choices do not fit together; says which
         * @throws OutlookException if the sign-in is refused or the mailbox cannot be reached
         */
        public OutlookMailbox connect() {
            return new Connector(settings).connect();
        }
    }

    /** What a {@link Builder} has collected. */
    static final class Settings {
        @Nullable
        String clientId;

        @Nullable
        String clientSecret;

        String tenant = "common";

        @Nullable
        String refreshToken;

        @Nullable
        TokenStore tokenStore;

        @Nullable
        Consumer<String> rotationListener;

        @Nullable
        String accountId;

        @Nullable
        OutlookApp app;

        @Nullable
        AccessTokenProvider tokens;

        @Nullable
        MailAddress mailbox;

        List<MailAddress> aliases = List.of();

        @Nullable
        OutlookEndpoints endpoints;

        Timeouts timeouts = Timeouts.defaults();
    }
}
