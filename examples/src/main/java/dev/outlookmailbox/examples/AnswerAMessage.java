package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.io.IOException;

/** How do I answer a message so that it lands in the same conversation and the original is marked as answered? */
final class AnswerAMessage {

    private AnswerAMessage() {}

    static void run() throws IOException {
        try (Setting setting = Setting.choose();
                OutlookMailbox mailbox = setting.connect()) {
            if (Setting.isReal()) {
                System.out.println(
                        "On real Outlook this would answer a real person; read the code, then do it on purpose.");
                return;
            }
            MessageHeader newest = mailbox.inbox().latest(1).get(0);
            Message original = mailbox.inbox().read(newest.id());
            OutgoingMessage answer = mailbox.reply(original).text("Thanks, see you on Thursday!");
            System.out.println("To      " + answer.to());
            System.out.println("Subject " + answer.subject());
            System.out.println("Outcome " + mailbox.send(answer).outcome());
            boolean answered = mailbox.inbox().latest(1).get(0).flags().contains(Flag.ANSWERED);
            System.out.println("Original marked as answered: " + answered);
        }
    }
}
