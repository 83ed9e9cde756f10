package dev.outlookmailbox.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.AccessBlockedException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeMessage;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeOutlookTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private FakeOutlook fake;
    private FakeMailbox ann;
    private FakeMailbox bob;
    private SmtpClient client;

    @BeforeEach
    void start() {
        fake = FakeOutlook.start();
        ann = fake.addMailbox("ann@contoso.com");
        bob = fake.addMailbox("bob@contoso.com");
        client = SmtpClient.of(new MailboxAccess(
                new MailAddress("Ann", ann.address()), ann.tokens(), fake.endpoints(), Timeouts.defaults()));
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
    }

    @Test
    void deliversEverythingThatTheMessageHolds() {
        SendReceipt receipt = client.send(OutgoingMessage.to("Bob <bob@contoso.com>")
                .bcc("eve@example.com")
                .subject("Grüße 👋")
                .text("Hallo\n.\nBob")
                .html("<p>Hallo <img src='cid:logo'></p>")
                .inline("logo", "image/png", PNG)
                .attach("Übersicht.pdf", "application/pdf", new byte[100_000]));
        assertEquals(SendOutcome.SENT, receipt.outcome());
        FakeMessage arrived = bob.inbox().get(0);
        assertEquals("Grüße 👋", arrived.subject());
        assertEquals("Ann <ann@contoso.com>", arrived.from());
        assertEquals("Hallo\n.\nBob", arrived.text().strip());
        assertTrue(arrived.html().contains("cid:logo"));
        assertEquals(List.of("Übersicht.pdf"), arrived.attachments());
        assertEquals(Optional.of(receipt.messageId()), arrived.header("Message-ID"));
        assertTrue(!arrived.source().contains("eve@example.com"));
    }

    @Test
    void leavesTheSentCopyToTheServer() {
        client.send(OutgoingMessage.to("bob@contoso.com").subject("once").text("x"));
        assertEquals(1, ann.sent().size());
        assertEquals("once", ann.sent().get(0).subject());
    }

    @Test
    void goesOnAfterTheConnectionWasDropped() {
        client.send(OutgoingMessage.to("bob@contoso.com").subject("1").text("x"));
        fake.exchange().dropConnections();
        client.send(OutgoingMessage.to("bob@contoso.com").subject("2").text("x"));
        assertEquals(
                List.of("1", "2"),
                bob.inbox().stream().map(FakeMessage::subject).toList());
    }

    @Test
    void replacesATokenThatExpired() {
        client.close();
        fake.entra().expireAccessTokens();
        try (SmtpClient next = SmtpClient.of(new MailboxAccess(
                MailAddress.of(ann.address()), ann.tokens(), fake.endpoints(), Timeouts.defaults()))) {
            next.verify();
            fake.entra().expireAccessTokens();
            fake.exchange().dropConnections();
            next.send(OutgoingMessage.to("bob@contoso.com").text("x"));
        }
        assertEquals(1, bob.inbox().size());
    }

    @Test
    void saysWhoMustSwitchSubmissionOn() {
        fake.exchange().disableSmtpAuth();
        AccessBlockedException off = assertThrows(
                AccessBlockedException.class,
                () -> client.send(OutgoingMessage.to("bob@contoso.com").text("x")));
        assertEquals(Reason.PROTOCOL_DISABLED, off.diagnosis().reason());
        assertEquals(Optional.of(SendOutcome.NOT_SENT), off.outcome());
        assertTrue(bob.inbox().isEmpty());
    }
}
