package dev.outlookmailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.imap.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParticipantsTest {

    private static final List<MailAddress> OWN = addresses("ann@contoso.com", "Ann.Alias@contoso.com");

    @Test
    void a_reply_goes_to_reply_to_where_there_is_one() {
        MessageHeader header = header("bob@x.com", "ann@contoso.com", "", "list@x.com");
        assertEquals(addresses("list@x.com"), Participants.ofReply(header, OWN).to());
    }

    @Test
    void a_reply_to_that_cannot_be_sent_to_does_not_hide_the_writer() {
        MessageHeader header = header("bob@x.com", "ann@contoso.com", "", "nobody");
        assertEquals(addresses("bob@x.com"), Participants.ofReply(header, OWN).to());
    }

    @Test
    void a_reply_goes_to_the_writer_otherwise() {
        MessageHeader header = header("bob@x.com", "ann@contoso.com,eve@x.com", "cc@x.com", "");
        assertEquals(new Participants(addresses("bob@x.com"), List.of()), Participants.ofReply(header, OWN));
    }

    @Test
    void a_reply_to_a_message_of_our_own_goes_to_its_recipients() {
        MessageHeader header = header("ANN@contoso.com", "bob@x.com", "", "");
        assertEquals(addresses("bob@x.com"), Participants.ofReply(header, OWN).to());
    }

    @Test
    void reply_all_leaves_out_this_mailbox_its_aliases_and_doubles() {
        MessageHeader header = header(
                "bob@x.com", "ann@contoso.com,eve@x.com,BOB@x.com", "ann.alias@contoso.com,eve@x.com,zoe@x.com", "");
        Participants everybody = Participants.ofReplyAll(header, OWN);
        assertEquals(addresses("bob@x.com", "eve@x.com"), everybody.to());
        assertEquals(addresses("zoe@x.com"), everybody.cc());
    }

    @Test
    void reply_all_to_a_note_to_oneself_goes_to_oneself() {
        MessageHeader header = header("ann@contoso.com", "ann@contoso.com", "", "");
        assertEquals(
                addresses("ann@contoso.com"),
                Participants.ofReplyAll(header, OWN).to());
    }

    @Test
    void addresses_that_cannot_be_sent_to_are_left_out() {
        MessageHeader header = header("bob@x.com", "ann@contoso.com,undisclosed", "", "");
        assertEquals(
                addresses("bob@x.com"), Participants.ofReplyAll(header, OWN).to());
    }

    private static MessageHeader header(String from, String to, String cc, String replyTo) {
        return new MessageHeader(
                new MessageId("INBOX", 1, 1),
                "s",
                addresses(from.split(",")),
                addresses(to.split(",")),
                addresses(cc.split(",")),
                addresses(replyTo.split(",")),
                null,
                Instant.EPOCH,
                0,
                Set.of(),
                null,
                List.of(),
                false);
    }

    private static List<MailAddress> addresses(String... all) {
        return Stream.of(all)
                .filter(a -> !a.isEmpty())
                .map(a -> new MailAddress("", a))
                .toList();
    }
}
