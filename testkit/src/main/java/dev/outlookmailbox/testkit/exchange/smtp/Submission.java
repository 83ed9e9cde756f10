package dev.outlookmailbox.testkit.exchange.smtp;

import com.icegreen.greenmail.store.FolderException;
import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.exchange.OutsideMail;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of a message once all of it has arrived. Only then does Exchange say whether its sender may send as who it
 * claims to be.
 */
final class Submission {

    private final Exchange exchange;
    private final SmtpReplies replies;

    Submission(Exchange exchange, SmtpReplies replies) {
        this.exchange = exchange;
        this.replies = replies;
    }

    /** Delivers and files the message, or does nothing; gives the reply. */
    String submit(Account author, Envelope envelope, byte[] octets) {
        if (!author.owns(envelope.sender())) {
            return replies.refusal("550 5.7.60 SMTP; Client does not have permissions to send as this sender");
        }
        RawMessage message = RawMessage.of(octets);
        Optional<String> stranger = message.header("From").filter(from -> !mayBe(author, from));
        if (stranger.isPresent()) {
            return replies.refusal("554 5.2.252 SendAsDenied; " + author.address() + " not allowed to send as "
                    + stranger.get() + "; STOREDRV.Submission.Exception:SendAsDeniedException."
                    + "MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message"
                    + " Cannot submit message.");
        }
        RawMessage complete = complete(message);
        deliver(complete, envelope);
        file(author, complete);
        return "250 2.0.0 OK " + complete.header("Message-ID").orElse("") + " [Hostname=" + SmtpReplies.HOST + "]";
    }

    private static boolean mayBe(Account author, String from) {
        try {
            for (InternetAddress address : InternetAddress.parseHeader(from, false)) {
                if (!author.owns(address.getAddress())) {
                    return false;
                }
            }
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    private RawMessage complete(RawMessage message) {
        RawMessage complete = message;
        if (complete.header("Message-ID").isEmpty()) {
            complete = complete.with("Message-ID", "<" + UUID.randomUUID() + "@" + SmtpReplies.HOST + ">");
        }
        if (complete.header("Date").isEmpty()) {
            complete = complete.with("Date", now());
        }
        return complete;
    }

    private void deliver(RawMessage message, Envelope envelope) {
        RawMessage delivered = message.without("Bcc")
                .with("Received", "from client by " + SmtpReplies.HOST + " with ESMTPSA; " + now())
                .with("Return-Path", "<" + envelope.sender() + ">");
        List<String> outside = new ArrayList<>();
        for (String recipient : envelope.recipients()) {
            Optional<Account> local = exchange.directory().find(recipient);
            local.ifPresentOrElse(
                    account -> exchange.storage().of(account).deliverToInbox(delivered.octets()),
                    () -> outside.add(recipient));
        }
        if (!outside.isEmpty()) {
            exchange.outside().add(new OutsideMail.Sent(List.copyOf(outside), delivered.text()));
        }
    }

    private void file(Account author, RawMessage message) {
        try {
            exchange.storage().of(author).fileAsSent(message.octets());
        } catch (FolderException e) {
            throw new IllegalStateException("GreenMail cannot make the folder for sent mail", e);
        }
    }

    private String now() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                exchange.clock().instant().atOffset(ZoneOffset.UTC));
    }
}
