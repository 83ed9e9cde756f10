package dev.outlookmailbox;

import dev.outlookmailbox.OutlookMailbox.Settings;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.imap.ImapClient;
import dev.outlookmailbox.oauth.InMemoryTokenStore;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.smtp.SmtpClient;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a builder collected into a connected mailbox. Used once, by one thread. */
final class Connector {

    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final AtomicBoolean UNKEPT_IS_SAID = new AtomicBoolean();
    private static final String ONLY_ACCOUNT = "the refresh token given to connect";

    private final Settings settings;

    Connector(Settings settings) {
        this.settings = settings;
    }

    OutlookMailbox connect() {
        MailboxAccess access = access();
        ImapClient imap = ImapClient.connect(access);
        try {
            return new OutlookMailbox(access.mailbox(), settings.aliases, imap, SmtpClient.of(access));
        } catch (RuntimeException e) {
            imap.close();
            throw e;
        }
    }

    private MailboxAccess access() {
        refuseMixtures();
        if (settings.tokens != null) {
            MailAddress mailbox = required(
                    settings.mailbox,
                    "tokens(..) come without an address, so name the mailbox: .mailbox(\"ann@contoso.com\")");
            return new MailboxAccess(mailbox, settings.tokens, endpoints(), settings.timeouts);
        }
        return settings.app != null ? ofApp(settings.app) : ofClient();
    }

    private MailboxAccess ofApp(OutlookApp app) {
        String account = required(settings.accountId, "app(..) needs .account(id), the id() of a completed sign-in");
        return access(app, account, settings.endpoints != null ? settings.endpoints : app.endpoints());
    }

    private MailboxAccess ofClient() {
        String id = required(
                settings.clientId,
                "how to get tokens is missing: .client(id, secret).refreshToken(..), .app(app).account(id) or .tokens(provider).mailbox(address)");
        String secret = required(settings.clientSecret, "client(id, secret) needs the value of the client secret");
        if (settings.refreshToken == null && settings.tokenStore == null) {
            throw new IllegalArgumentException(
                    "client(id, secret) needs .refreshToken(..), or .tokenStore(store, accountId) with an account in it.");
        }
        String account = settings.accountId != null ? settings.accountId : ONLY_ACCOUNT;
        OutlookApp app = OutlookApp.builder()
                .clientId(id)
                .clientSecret(secret)
                .tenant(settings.tenant)
                .endpoints(endpoints())
                .timeouts(settings.timeouts)
                .tokenStore(store())
                .build();
        if (settings.refreshToken != null) {
            app.adopt(account, settings.refreshToken);
        }
        return access(app, account, endpoints());
    }

    private MailboxAccess access(OutlookApp app, String account, OutlookEndpoints endpoints) {
        AccessTokenProvider tokens = app.tokens(account);
        MailAddress mailbox = settings.mailbox != null
                ? settings.mailbox
                : app.account(account).address();
        return new MailboxAccess(mailbox, tokens, endpoints, settings.timeouts);
    }

    private TokenStore store() {
        if (settings.tokenStore == null
                && settings.rotationListener == null
                && UNKEPT_IS_SAID.compareAndSet(false, true)) {
            LOG.info(
                    "Refresh tokens that Entra rotates are not kept: the one given to connect ages, and stops working after 90 days."
                            + " Give a tokenStore(..) or onRefreshTokenRotated(..).");
        }
        TokenStore store = settings.tokenStore != null ? settings.tokenStore : new InMemoryTokenStore();
        return settings.rotationListener != null ? new RotationListeningStore(store, settings.rotationListener) : store;
    }

    private OutlookEndpoints endpoints() {
        return settings.endpoints != null ? settings.endpoints : OutlookEndpoints.worldwide();
    }

    private void refuseMixtures() {
        int ways = (settings.tokens != null ? 1 : 0)
                + (settings.app != null ? 1 : 0)
                + (settings.clientId != null ? 1 : 0);
        if (ways > 1) {
            throw new IllegalArgumentException("Choose one way to get tokens: client(..), app(..) or tokens(..).");
        }
        if (settings.rotationListener != null && settings.clientId == null) {
            throw new IllegalArgumentException(
                    "onRefreshTokenRotated(..) belongs to client(id, secret); an app has its token store.");
        }
        if (settings.refreshToken != null && settings.clientId == null) {
            throw new IllegalArgumentException("refreshToken(..) belongs to client(id, secret); an app keeps its own.");
        }
    }

    private static <T> T required(@Nullable T value, String advice) {
        if (value == null) {
            throw new IllegalArgumentException("Not ready to connect: " + advice + ".");
        }
        return value;
    }
}
