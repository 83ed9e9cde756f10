package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.sasl.XOAuth2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OutlookTest
@Timeout(30)
class ImapSignInTest {

    private static final String BEFORE =
            "* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT"
                    + " CHILDREN IDLE NAMESPACE LITERAL+";

    @Test
    void greetsAsExchangeAndAnnouncesMoveOnlyAfterTheSignIn(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        MailClient client = new MailClient(fake);
        try (TlsClient imap = TlsClient.tls(
                fake.endpoints().imap().port(), fake.endpoints().trusted().get(0))) {
            String greeting = String.valueOf(imap.line());
            assertTrue(greeting.matches("\\* OK The Microsoft Exchange IMAP4 service is ready\\. \\[.+]"), greeting);
            String server = greeting.replaceAll(".*\\[(.+)]", "$1");
            assertTrue(new String(Base64.getDecoder().decode(server), StandardCharsets.UTF_16LE).endsWith(".COM"));
            assertEquals(BEFORE, imap.send("A1 CAPABILITY").line());
        }
        try (TlsClient imap = client.imap(ann)) {
            String after = imap.send("A1 CAPABILITY").until("A1 OK");
            assertTrue(after.contains(" UIDPLUS MOVE ID "), after);
            assertFalse(after.contains("SORT") || after.contains("QUOTA"), after);
        }
    }

    @Test
    void takesATokenInOneLineOrInTwo(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        String response = MailClient.response(ann, ann.tokens().get());
        try (TlsClient imap = new MailClient(fake).imap()) {
            assertEquals(
                    "A0 OK AUTHENTICATE completed.",
                    imap.send("A0 AUTHENTICATE XOAUTH2 " + response).line());
        }
        try (TlsClient imap = new MailClient(fake).imap()) {
            assertEquals("+ ", imap.send("A0 AUTHENTICATE XOAUTH2").line());
            assertEquals("A0 OK AUTHENTICATE completed.", imap.send(response).line());
        }
    }

    @Test
    void takesAnAliasAsUserName(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        ann.addAlias("ann.lee@contoso.com");
        String response =
                XOAuth2.initialResponse("Ann.Lee@contoso.com", ann.tokens().get());
        try (TlsClient imap = new MailClient(fake).imap()) {
            imap.send("A0 AUTHENTICATE XOAUTH2 " + response).until("A0 OK");
        }
    }

    @Test
    void refusesWithoutAReasonWhatEntraDidNotMintForThisMailbox(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann, @Mailbox("bob@contoso.com") FakeMailbox bob)
            throws IOException {
        AccessToken made = new AccessToken("made-up", ann.tokens().get().expiresAt());
        assertRefused(fake, MailClient.response(ann, made));
        assertRefused(fake, MailClient.response(ann, bob.tokens().get()));
        assertRefused(fake, "bm90IHhvYXV0aDI=");
        assertRefused(fake, "***");
    }

    @Test
    void refusesPasswordsAsExchangeDoes(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient imap = new MailClient(fake).imap()) {
            String token = ann.tokens().get().value();
            assertEquals(
                    "A0 NO LOGIN failed.",
                    imap.send("A0 LOGIN ann@contoso.com " + token).line());
            assertEquals(
                    "A1 NO AUTHENTICATE failed.",
                    imap.send("A1 AUTHENTICATE PLAIN AGFubgBwYXNz").line());
            assertEquals(
                    "A2 BAD Command received in Invalid state.",
                    imap.send("A2 SELECT INBOX").line());
        }
    }

    @Test
    void endsSessionsWhoseTokenHasExpired(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient working = new MailClient(fake).imap(ann);
                TlsClient idle = new MailClient(fake).imap(ann)) {
            idle.send("A1 SELECT INBOX").until("A1 OK");
            idle.send("A2 IDLE").until("+ ");

            fake.entra().expireAccessTokens();

            assertEquals("* BYE Session invalidated - AccessTokenExpired", idle.line());
            assertNull(idle.line());
            assertEquals(
                    "* BYE Session invalidated - AccessTokenExpired",
                    working.send("A1 NOOP").line());
            assertNull(working.line());
        }
    }

    @Test
    void doesNotTellWhyWhenImapIsOff(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        fake.exchange().disableImap();
        assertRefused(fake, MailClient.response(ann, ann.tokens().get()));
        fake.exchange().reset();
        new MailClient(fake).imap(ann).close();
    }

    @Test
    void acceptsTheUserButNotTheMailboxOnRequest(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        fake.exchange().refuseMailbox();
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 CAPABILITY").until("A1 OK");
            assertEquals(
                    "A2 BAD User is authenticated but not connected.",
                    imap.send("A2 SELECT INBOX").line());
            assertEquals("* BYE Connection closed. 14", imap.line());
            assertNull(imap.line());
        }
    }

    @Test
    void throttlesOnRequest(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        fake.exchange().throttle(Duration.ofMillis(89_117));
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            assertEquals(
                    "A1 BAD Request is throttled. Suggested Backoff Time: 89117 milliseconds",
                    imap.send("A1 SELECT INBOX").line());
            fake.exchange().reset();
            imap.send("A2 SELECT INBOX").until("A2 OK");
        }
    }

    @Test
    void dropsConnectionsOnRequest(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            fake.exchange().dropConnections();
            assertTrue(imap.ended());
        }
        new MailClient(fake).imap(ann).close();
    }

    @Test
    void listsTheCommandsItHasSeenWithoutCredentials(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient imap = new MailClient(fake).imap(ann)) {
            imap.send("A1 SELECT INBOX").until("A1 OK");
            imap.send("A2 UID FETCH 1:* (FLAGS)").until("A2 OK");
        }
        assertEquals(
                java.util.List.of("IMAP AUTHENTICATE XOAUTH2", "IMAP SELECT INBOX", "IMAP UID FETCH 1:* (FLAGS)"),
                fake.exchange().commands());
    }

    private static void assertRefused(FakeOutlook fake, String response) throws IOException {
        try (TlsClient imap = new MailClient(fake).imap()) {
            assertEquals(
                    "A0 NO AUTHENTICATE failed.",
                    imap.send("A0 AUTHENTICATE XOAUTH2 " + response).line());
        }
    }
}
