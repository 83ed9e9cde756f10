package dev.outlookmailbox;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.error.CommandRejectedException;
import dev.outlookmailbox.core.error.Reason;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.FolderRole;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.SendReceipt;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import dev.outlookmailbox.testkit.OutlookTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@OutlookTest
class MainJobTest {

    @Test
    void three_strings_are_enough(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com", "Ann Müller");
        ann.deliver(mail("Hi"));
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            assertEquals("ann@contoso.com", mailbox.address().address());
            assertEquals(
                    List.of("Hi"),
                    mailbox.inbox().latest(20).stream()
                            .map(MessageHeader::subject)
                            .toList());
            SendReceipt receipt = mailbox.send(
                    OutgoingMessage.to("ada@example.com").subject("Hello").text("Sent over OAuth."));
            assertEquals(SendOutcome.SENT, receipt.outcome());
        }
    }

    @Test
    void exactly_one_copy_of_a_sent_message_is_filed(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            mailbox.send(OutgoingMessage.to("ada@example.com").subject("Hello").text("x"));
            assertEquals(
                    List.of("Hello"),
                    mailbox.folder(FolderRole.SENT).latest(9).stream()
                            .map(MessageHeader::subject)
                            .toList());
        }
        assertEquals(1, ann.sent().size());
    }

    @Test
    void reading_leaves_a_message_unread_and_marking_does_not(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        ann.deliver(mail("Hi"));
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            MessageHeader header = mailbox.inbox().latest(1).get(0);
            assertEquals(
                    "Hello",
                    mailbox.inbox().read(header.id()).text().orElseThrow().strip());
            assertFalse(mailbox.inbox().latest(1).get(0).flags().contains(Flag.SEEN));
            mailbox.inbox().mark(Set.of(header.id()), Flag.SEEN, true);
            assertTrue(mailbox.inbox().latest(1).get(0).flags().contains(Flag.SEEN));
        }
    }

    @Test
    void a_moved_message_is_where_it_was_moved_to(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        ann.deliver(mail("Hi"));
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            MessageHeader header = mailbox.inbox().latest(1).get(0);
            var moved = mailbox.inbox().move(List.of(header.id()), mailbox.folder(FolderRole.ARCHIVE));
            assertEquals(List.of(), mailbox.inbox().latest(1));
            assertEquals(
                    "Hi",
                    mailbox.folder(FolderRole.ARCHIVE)
                            .read(requireNonNull(moved.get(header.id())))
                            .header()
                            .subject());
        }
    }

    @Test
    void an_unknown_folder_is_named_with_what_there_is(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            CommandRejectedException refused =
                    assertThrows(CommandRejectedException.class, () -> mailbox.folder("Sent Itmes"));
            assertEquals(Reason.FOLDER_NOT_FOUND, refused.diagnosis().reason());
            assertTrue(String.valueOf(refused.getMessage()).contains("Sent Items"), refused.getMessage());
        }
    }

    @Test
    void the_session_survives_the_expiry_of_its_token(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        ann.deliver(mail("Hi"));
        try (OutlookMailbox mailbox = connect(fake, ann)) {
            mailbox.send(OutgoingMessage.to("ada@example.com").subject("1").text("x"));
            fake.entra().expireAccessTokens();
            assertEquals(1, mailbox.inbox().latest(5).size());
            assertEquals(
                    SendOutcome.SENT,
                    mailbox.send(OutgoingMessage.to("ada@example.com")
                                    .subject("2")
                                    .text("x"))
                            .outcome());
        }
        assertEquals(2, ann.sent().size());
    }

    @Test
    void a_failure_after_the_reply_is_out_does_not_look_like_a_failed_send(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        ann.deliver(mail("Hi"));
        AtomicBoolean broken = new AtomicBoolean();
        AccessTokenProvider flaky = new AccessTokenProvider() {
            @Override
            public AccessToken get() {
                return vaultDown(ann.tokens().get());
            }

            @Override
            public AccessToken replace(AccessToken rejected) {
                return vaultDown(ann.tokens().replace(rejected));
            }

            private AccessToken vaultDown(AccessToken token) {
                if (broken.get()) {
                    throw new IllegalCallerException("the vault is down");
                }
                return token;
            }
        };
        try (OutlookMailbox mailbox = OutlookMailbox.builder()
                .tokens(flaky)
                .mailbox("ann@contoso.com")
                .endpoints(fake.endpoints())
                .connect()) {
            OutgoingMessage reply = mailbox.reply(mailbox.inbox()
                            .read(mailbox.inbox().latest(1).get(0).id()))
                    .text("Thanks!");
            mailbox.send(OutgoingMessage.to("ada@example.com").text("so that SMTP is connected"));
            fake.exchange().dropConnections();
            mailbox.send(OutgoingMessage.to("ada@example.com").text("again"));
            broken.set(true);
            assertEquals(SendOutcome.SENT, mailbox.send(reply).outcome());
        }
        assertEquals(3, ann.sent().size());
    }

    @Test
    void after_close_nothing_works_and_closing_again_is_harmless(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        OutlookMailbox mailbox = connect(fake, ann);
        mailbox.close();
        mailbox.close();
        assertThrows(IllegalStateException.class, mailbox::inbox);
        assertThrows(
                IllegalStateException.class,
                () -> mailbox.send(OutgoingMessage.to("a@example.com").text("x")));
    }

    static OutlookMailbox connect(FakeOutlook fake, FakeMailbox mailbox) {
        return OutlookMailbox.builder()
                .client(fake.clientId(), fake.clientSecret())
                .refreshToken(mailbox.refreshToken())
                .endpoints(fake.endpoints())
                .connect();
    }

    private static String mail(String subject) {
        return "From: Bob <bob@example.com>\r\nTo: ann@contoso.com\r\nSubject: " + subject
                + "\r\nMessage-ID: <1@example.com>\r\nDate: Mon, 23 Nov 2026 09:15:00 +0000\r\n\r\nHello\r\n";
    }
}
