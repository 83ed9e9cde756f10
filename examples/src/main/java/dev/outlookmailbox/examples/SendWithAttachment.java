package dev.outlookmailbox.examples;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.smtp.OutgoingMessage;
import dev.outlookmailbox.smtp.SendReceipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How do I send text and HTML with a file, and how do I know what became of it? This one sends to the mailbox itself. */
final class SendWithAttachment {

    private SendWithAttachment() {}

    static void run() throws IOException {
        Path report = Files.writeString(
                Files.createTempDirectory("report").resolve("Übersicht 2026.csv"), "month;total\n11;4711\n");
        try (Setting setting = Setting.choose();
                OutlookMailbox mailbox = setting.connect()) {
            OutgoingMessage message = OutgoingMessage.to(mailbox.address())
                    .subject("Grüße – the report")
                    .text("The report is attached.")
                    .html("<p>The <b>report</b> is attached.</p>")
                    .attach(report)
                    .attach("notes.txt", "text/plain", "from memory".getBytes(StandardCharsets.UTF_8));
            SendReceipt receipt = mailbox.send(message);
            System.out.println(receipt.outcome() + " to " + receipt.accepted() + ", rejected: "
                    + receipt.rejected().keySet());
            System.out.println("The server said: " + receipt.serverReply());
        }
    }
}
