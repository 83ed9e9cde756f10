package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.imap.Attachment;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.Folder;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.SendReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The whole job once: sign in, connect, list, read, send, answer. Without further ado on a fake Microsoft in this process; with
 * OUTLOOK_CLIENT_ID, OUTLOOK_CLIENT_SECRET and OUTLOOK_REFRESH_TOKEN (or OUTLOOK_REDIRECT_URI and a browser) in the environment
 * on real Outlook, where it sends two messages to the mailbox itself.
 */
final class Quickstart {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm").withZone(ZoneId.systemDefault());
    private static final Duration ARRIVAL = Duration.ofMinutes(2);

    private final Steps steps = new Steps();

    private Quickstart() {}

    static void run() throws IOException, InterruptedException {
        new Quickstart().play();
    }

    private void play() throws IOException, InterruptedException {
        try (QuickstartStage stage = QuickstartStage.choose(steps);
                OutlookMailbox mailbox = stage.connect()) {
            list(mailbox);
            read(mailbox);
            MessageHeader arrived = send(mailbox);
            answer(mailbox, arrived);
            stage.showMore(mailbox);
        }
        steps.end("Everything above went through OAuth 2.0, IMAP and SMTP over TLS.");
    }

    private void list(OutlookMailbox mailbox) {
        List<Folder> folders = mailbox.folders();
        steps.step(
                "List",
                "folders: "
                        + folders.stream()
                                .map(f -> f.path() + " (" + f.role() + ")")
                                .collect(Collectors.joining(", ")));
        for (MessageHeader header : mailbox.inbox().latest(5)) {
            String names = header.from().stream().map(Quickstart::shortName).collect(Collectors.joining(", "));
            steps.line(String.format(
                    "%-13s %-18s %s%s%s",
                    TIME.format(header.receivedAt()),
                    names,
                    header.subject(),
                    header.hasAttachments() ? "  [attachment]" : "",
                    header.flags().contains(Flag.SEEN) ? "" : "  [unread]"));
        }
    }

    private void read(OutlookMailbox mailbox) throws IOException {
        List<MessageHeader> newest = mailbox.inbox().latest(1);
        if (newest.isEmpty()) {
            steps.step("Read", "The inbox is empty.");
            return;
        }
        Message message = mailbox.inbox().read(newest.get(0).id());
        steps.step(
                "Read",
                "“" + message.header().subject() + "” from "
                        + message.header().from().get(0));
        steps.line(message.preview(160));
        for (Attachment attachment : message.attachments()) {
            steps.line(String.format(
                    "%s %s, %s, %d bytes",
                    attachment.inline() ? "inline image" : "attachment",
                    attachment.name(),
                    attachment.contentType(),
                    attachment.openStream().readAllBytes().length));
        }
        boolean unread = !mailbox.inbox().latest(1).get(0).flags().contains(Flag.SEEN);
        steps.line(unread ? "Still unread: reading never marks anything." : "It was read before.");
    }

    private MessageHeader send(OutlookMailbox mailbox) throws InterruptedException {
        String subject = "Grüße from outlook-mailbox " + Instant.now().toEpochMilli();
        SendReceipt receipt = mailbox.send(OutgoingMessage.to(mailbox.address())
                .subject(subject)
                .text("Sent over OAuth. Zażółć gęślą jaźń – 会議 🎉")
                .html("<p>Sent over <b>OAuth</b>. Zażółć gęślą jaźń – 会議 🎉</p>")
                .attach("note.txt", "text/plain", "42".getBytes(StandardCharsets.UTF_8)));
        steps.step(
                "Send",
                receipt.outcome() + " to " + receipt.accepted() + "; the server said: " + receipt.serverReply());
        MessageHeader arrived = await(mailbox, subject);
        steps.line("arrived in the inbox as “" + arrived.subject() + "”, Message-ID " + arrived.messageId());
        return arrived;
    }

    private void answer(OutlookMailbox mailbox, MessageHeader arrived) throws InterruptedException {
        Message original = mailbox.inbox().read(arrived.id());
        OutgoingMessage answer = mailbox.reply(original).text("Thanks, it came through.");
        SendReceipt receipt = mailbox.send(answer);
        steps.step("Answer", receipt.outcome() + ": “" + answer.subject() + "” to " + answer.to());
        MessageHeader reply = await(mailbox, answer.subject());
        steps.line("the answer arrived; References " + reply.references() + " put it into the same conversation:");
        mailbox.inbox().read(reply.id()).readableText().lines().limit(4).forEach(l -> steps.line("    " + l));
        boolean answered = mailbox.inbox().read(arrived.id()).header().flags().contains(Flag.ANSWERED);
        steps.line("original marked as answered: " + answered);
    }

    private static MessageHeader await(OutlookMailbox mailbox, String subject) throws InterruptedException {
        Instant deadline = Instant.now().plus(ARRIVAL);
        while (Instant.now().isBefore(deadline)) {
            for (MessageHeader header : mailbox.inbox().latest(5)) {
                if (header.subject().equals(subject)) {
                    return header;
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("“" + subject + "” did not arrive within " + ARRIVAL.toSeconds() + " seconds.");
    }

    private static String shortName(MailAddress address) {
        return address.name().isEmpty() ? address.address() : address.name();
    }
}
