package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.imap.Attachment;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How do I list the newest mail, read one, and save its attachments? Reading never marks anything as read. */
final class ReadLatestMail {

    private ReadLatestMail() {}

    static void run() throws IOException {
        try (Setting setting = Setting.choose();
                OutlookMailbox mailbox = setting.connect()) {
            for (MessageHeader header : mailbox.inbox().latest(10)) {
                System.out.println(header.receivedAt() + "  " + header.from() + "  " + header.subject());
            }
            for (MessageHeader newest : mailbox.inbox().latest(1)) {
                Message message = mailbox.inbox().read(newest.id());
                System.out.println();
                System.out.println(message.readableText());
                Path folder = Files.createTempDirectory("attachments");
                for (Attachment attachment : message.attachments()) {
                    System.out.println("Saved " + attachment.saveTo(folder) + ", " + attachment.contentType());
                }
            }
        }
    }
}
