package dev.outlookmailbox.testkit;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.directory.Directory;
import dev.outlookmailbox.testkit.entra.Entra;
import dev.outlookmailbox.testkit.entra.Registration;
import dev.outlookmailbox.testkit.exchange.CommandLog;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.exchange.Faults;
import dev.outlookmailbox.testkit.exchange.MailStorage;
import dev.outlookmailbox.testkit.exchange.OutsideMail;
import dev.outlookmailbox.testkit.exchange.imap.ImapFront;
import dev.outlookmailbox.testkit.exchange.smtp.SmtpFront;
import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import java.time.Clock;
import java.util.Objects;

/**
 * An Outlook of your own for tests: a fake Entra that signs people in and a fake Exchange that keeps their mail, inside this JVM
 * on free ports of 127.0.0.1. It starts in about a second, needs no Docker and no network, and leaves nothing behind. Any thread
 * may use it and everything it gives out; threads of its own are daemons.
 *
 * <p>A complete test with the facade ({@code outlook-mailbox}):
 *
 * <pre>{@code
 * class TicketInboxTest {
 *
 *     @Test
 *     void opensATicketForEachNewMail() {
 *         try (FakeOutlook fake = FakeOutlook.start()) {
 *             FakeMailbox ann = fake.addMailbox("ann@contoso.com");
 *             ann.deliver("""
 *                     From: bob@example.com
 *                     To: ann@contoso.com
 *                     Subject: The printer is on fire
 *
 *                     Please help.
 *                     """);
 *
 *             try (OutlookMailbox mailbox = OutlookMailbox.builder()
 *                     .client(fake.clientId(), fake.clientSecret())
 *                     .refreshToken(ann.refreshToken())
 *                     .endpoints(fake.endpoints())
 *                     .connect()) {
 *                 assertEquals("The printer is on fire", mailbox.inbox().latest(1).get(0).subject());
 *
 *                 mailbox.send(OutgoingMessage.to("bob@example.com").subject("On our way").text("Hold on."));
 *                 assertEquals("On our way", ann.sent().get(0).subject());
 *
 *                 fake.entra().revoke("ann@contoso.com");
 *                 fake.entra().expireAccessTokens();
 *                 assertThrows(SignInRequiredException.class, () -> mailbox.inbox().latest(1));
 *             }
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>With JUnit 5 or later, {@link OutlookTest} starts and closes it for you.
 *
 * <p>What it shares with the real thing: addresses and error codes of the token endpoint, one-time codes, PKCE, rotating refresh
 * tokens, audience and scope of access tokens; greeting, capabilities, folder names and refusals of Exchange, XOAUTH2 as the
 * only way in, the copy in Sent Items. What it does not: no passwords and no multi-factor sign-in, no throttling but on
 * request, and mail to addresses outside is kept for {@link FakeExchange#sentOutside()} rather than sent.
 */
public final class FakeOutlook implements AutoCloseable {

    private static final String CLIENT_ID = "5f3c2a1e-7b64-4d0f-9a58-0f1e2d3c4b5a";
    private static final String CLIENT_SECRET = "fake~Secret.of-The_App~0123456789abcdefg";

    private final Registration app = new Registration(CLIENT_ID, CLIENT_SECRET);
    private final Directory directory = new Directory();
    private final MailStorage storage;
    private final LocalhostIdentity identity = LocalhostIdentity.fresh();
    private final Entra entraServer;
    private final ImapFront imap;
    private final SmtpFront smtp;
    private final FakeEntra entra;
    private final FakeExchange exchange;

    private FakeOutlook(Clock clock) {
        storage = new MailStorage(clock);
        entraServer = new Entra(app, directory, identity, clock);
        Exchange shared = new Exchange(
                directory,
                storage,
                entraServer.accessTokens()::allows,
                new Faults(),
                new CommandLog(),
                new OutsideMail(),
                identity,
                clock);
        imap = new ImapFront(shared);
        smtp = new SmtpFront(shared);
        entra = new FakeEntra(entraServer, app, directory, imap::endExpiredIdlers);
        exchange = new FakeExchange(shared, imap, smtp);
    }

    /** Starts an Outlook without mailboxes. Close it when the test is over. */
    public static FakeOutlook start() {
        return start(Clock.systemUTC());
    }

    /** As {@link #start()}, with a clock that the test sets: it decides when codes and access tokens expire. */
    public static FakeOutlook start(Clock clock) {
        return new FakeOutlook(Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Adds a person with a mailbox. The domains outlook.com, hotmail.com, live.com and msn.com make a personal account, whose
     * access tokens are opaque; all others a work account.
     *
     * @param address as in {@code ann@contoso.com}, or with a display name as in {@code Ann Lee <ann@contoso.com>}
     * @throws IllegalArgumentException if it is no address, or is taken
     */
    public FakeMailbox addMailbox(String address) {
        MailAddress parsed = MailAddress.of(address);
        return addMailbox(
                parsed.address(), parsed.name().isEmpty() ? parsed.address().replaceFirst("@.*", "") : parsed.name());
    }

    /**
     * Adds a person with a mailbox.
     *
     * @throws IllegalArgumentException if it is no address, or is taken
     */
    public FakeMailbox addMailbox(String address, String displayName) {
        Account account = directory.add(MailAddress.of(address).address(), displayName);
        return new FakeMailbox(account, storage.create(account), entraServer, directory);
    }

    /** Where the fakes listen, and the certificate to trust: to be given to the library in place of Microsoft's. */
    public OutlookEndpoints endpoints() {
        return OutlookEndpoints.custom()
                .authority(entraServer.authority().toString())
                .imap("localhost", imap.port())
                .smtp("localhost", smtp.port())
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send")
                .trust(identity.certificate())
                .build();
    }

    /** The application (client) ID of the one app that is registered; the same in every run. */
    public String clientId() {
        return app.clientId();
    }

    /** The client secret of the app; the same in every run, and good for nothing else. */
    public String clientSecret() {
        return app.clientSecret();
    }

    /** A redirect URI that is registered from the start; any port will do in its place. */
    public String redirectUri() {
        return Registration.DEFAULT_REDIRECT_URI;
    }

    /** The identity side: what can be made to happen to tokens. */
    public FakeEntra entra() {
        return entra;
    }

    /** The mail side: what can be made to happen to connections. */
    public FakeExchange exchange() {
        return exchange;
    }

    /** Signs people in without a human. */
    public FakeBrowser browser() {
        return new FakeBrowser(identity.certificate());
    }

    /** Ends all connections, stops listening and forgets all mail. */
    @Override
    public void close() {
        imap.close();
        smtp.close();
        entraServer.close();
    }

    @Override
    public String toString() {
        return "FakeOutlook[" + endpoints() + "]";
    }
}
