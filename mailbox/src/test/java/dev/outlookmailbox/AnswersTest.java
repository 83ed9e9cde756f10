package dev.outlookmailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.imap.Attachment;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import dev.outlookmailbox.testkit.OutlookTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OutlookTest
class AnswersTest {

    private static final String HTML_WITH_IMAGE = String.join(
            "\r\n",
            "From: Bob <bob@contoso.com>",
            "To: ann@contoso.com, eve@example.com",
            "Cc: zoe@example.com, ann.alias@contoso.com",
            "Subject: Offer",
            "Message-ID: <2@example.com>",
            "References: <0@example.com> <1@example.com>",
            "Date: Mon, 23 Nov 2026 09:15:00 +0000",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=m",
            "",
            "--m",
            "Content-Type: multipart/related; boundary=r",
            "",
            "--r",
            "Content-Type: text/html; charset=utf-8",
            "",
            "<p>Grüße <img src=\"cid:logo\"><script>alert(1)</script></p>",
            "--r",
            "Content-Type: image/png",
            "Content-ID: <logo>",
            "Content-Disposition: inline; filename=logo.png",
            "Content-Transfer-Encoding: base64",
            "",
            "iVBORw0KGgo=",
            "--r--",
            "--m",
            "Content-Type: application/pdf",
            "Content-Disposition: attachment; filename=offer.pdf",
            "Content-Transfer-Encoding: base64",
            "",
            "JVBERg==",
            "--m--",
            "");

    private FakeMailbox ann;
    private FakeMailbox bob;
    private OutlookMailbox mailbox;
    private Message original;

    @BeforeEach
    void connect(FakeOutlook fake) {
        ann = fake.addMailbox("ann@contoso.com");
        bob = fake.addMailbox("bob@contoso.com");
        ann.deliver(HTML_WITH_IMAGE);
        mailbox = OutlookMailbox.builder()
                .client(fake.clientId(), fake.clientSecret())
                .refreshToken(ann.refreshToken())
                .endpoints(fake.endpoints())
                .aliases("ann.alias@contoso.com")
                .connect();
        original = mailbox.inbox().read(mailbox.inbox().latest(1).get(0).id());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void a_reply_continues_the_conversation_and_quotes_below_the_text(FakeOutlook fake) {
        mailbox.send(mailbox.reply(original).text("Thanks!"));
        Message arrived = arrivedAtBob(fake);
        assertEquals("Re: Offer", arrived.header().subject());
        assertEquals(
                List.of("<0@example.com>", "<1@example.com>", "<2@example.com>"),
                arrived.header().references());
        String text = arrived.text().orElseThrow();
        assertTrue(text.startsWith("Thanks!"), text);
        assertTrue(text.contains("On Mon, 23 Nov 2026 09:15 UTC, Bob <bob@contoso.com> wrote:"), text);
        assertTrue(text.contains("> Grüße"), text);
    }

    @Test
    void a_reply_quotes_html_without_scripts_and_with_its_images(FakeOutlook fake) {
        mailbox.send(mailbox.reply(original).html("<p>Thanks!</p>"));
        Message arrived = arrivedAtBob(fake);
        String html = arrived.html().orElseThrow();
        assertTrue(html.startsWith("<p>Thanks!</p>"), html);
        assertTrue(html.contains("Grüße") && html.contains("cid:"), html);
        assertFalse(html.contains("script"), html);
        assertEquals(
                List.of("logo.png"),
                arrived.attachments().stream().map(Attachment::name).toList());
    }

    @Test
    void a_reply_in_text_to_html_keeps_the_original_look(FakeOutlook fake) {
        mailbox.send(mailbox.reply(original).text("1 < 2\nThanks!"));
        String html = arrivedAtBob(fake).html().orElseThrow();
        assertTrue(html.contains("1 &lt; 2") && html.contains("cid:"), html);
    }

    @Test
    void the_original_is_marked_as_answered_once_the_reply_is_out() {
        assertFalse(flags().contains(Flag.ANSWERED));
        OutgoingMessage reply = mailbox.reply(original).text("Thanks!");
        assertFalse(flags().contains(Flag.ANSWERED));
        mailbox.send(reply);
        assertTrue(flags().contains(Flag.ANSWERED));
    }

    @Test
    void a_reply_that_was_refused_leaves_the_original_unanswered(FakeOutlook fake) {
        fake.exchange().disableSmtpAuth();
        assertThrows(
                OutlookException.class,
                () -> mailbox.send(mailbox.reply(original).text("Thanks!")));
        assertFalse(flags().contains(Flag.ANSWERED));
    }

    @Test
    void a_reply_is_sent_even_if_the_original_is_gone() {
        mailbox.inbox().move(List.of(original.header().id()), mailbox.folder("Archive"));
        mailbox.send(mailbox.reply(original).text("Thanks!"));
        assertEquals(1, bob.inbox().size());
    }

    @Test
    void a_message_whose_id_cannot_stand_in_a_header_is_answered_all_the_same() {
        ann.deliver(
                "From: bob@contoso.com\r\nTo: ann@contoso.com\r\nSubject: Odd\r\nMessage-ID: <a\u0001b@c>\r\n\r\nx\r\n");
        Message odd = mailbox.inbox().read(mailbox.inbox().latest(1).get(0).id());
        mailbox.send(mailbox.reply(odd).text("Thanks!"));
        assertEquals("Re: Odd", bob.inbox().get(0).subject());
    }

    @Test
    void reply_all_reaches_everybody_but_this_mailbox() {
        OutgoingMessage all = mailbox.replyAll(original).text("Thanks!");
        assertEquals("[Bob <bob@contoso.com>, eve@example.com]", all.to().toString());
        assertEquals("[zoe@example.com]", all.cc().toString());
    }

    @Test
    void a_forward_carries_the_files_and_leaves_the_original_unanswered(FakeOutlook fake) {
        mailbox.send(mailbox.forward(original).addTo("bob@contoso.com").text("See below"));
        Message arrived = arrivedAtBob(fake);
        assertEquals("Fwd: Offer", arrived.header().subject());
        assertEquals(
                List.of("logo.png", "offer.pdf"),
                arrived.attachments().stream().map(Attachment::name).sorted().toList());
        assertTrue(arrived.text().orElseThrow().contains("Forwarded message"));
        assertTrue(arrived.html().orElseThrow().contains("cid:"));
        assertFalse(flags().contains(Flag.ANSWERED));
    }

    @Test
    void a_forward_without_a_recipient_is_refused_before_anything_is_sent() {
        assertThrows(
                IllegalArgumentException.class,
                () -> mailbox.send(mailbox.forward(original).text("x")));
        assertEquals(0, ann.sent().size());
    }

    private java.util.Set<Flag> flags() {
        return mailbox.inbox().latest(1).get(0).flags();
    }

    private Message arrivedAtBob(FakeOutlook fake) {
        try (OutlookMailbox his = MainJobTest.connect(fake, bob)) {
            MessageHeader newest = his.inbox().latest(1).get(0);
            return his.inbox().read(newest.id());
        }
    }
}
