package com.example;

import dev.outlookmailbox.OutlookMailbox;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;

public final class Crm {

    private Crm() {}

    public static void main(String[] args) {
        try (OutlookMailbox mailbox = OutlookMailbox.connect(args[0], args[1], args[2])) {
            greet(mailbox);
        }
    }

    static void greet(OutlookMailbox mailbox) {
        System.out.println("Connected " + mailbox.address());
        for (MessageHeader header : mailbox.inbox().latest(20)) {
            System.out.println(header.receivedAt() + "  " + header.from() + "  " + header.subject());
        }
        mailbox.send(OutgoingMessage.to("ada@example.com").subject("Hello").text("Sent over OAuth."));
    }
}
