package dev.outlookmailbox.testkit.exchange.smtp;

import dev.outlookmailbox.testkit.directory.Account;
import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.net.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversation with one client that submits mail (RFC 5321, RFC 6409). */
final class SmtpDialogue {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BAD_SEQUENCE = "503 5.5.1 Bad sequence of commands";

    private final Exchange exchange;
    private final Wire wire;
    private final SmtpReplies replies;
    private final Submission submission;
    private boolean encrypted;
    private @Nullable Account account;
    private @Nullable String sender;
    private final List<String> recipients = new ArrayList<>();
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    SmtpDialogue(Exchange exchange, Wire wire) {
        this.exchange = exchange;
        this.wire = wire;
        this.replies = new SmtpReplies(exchange.clock());
        this.submission = new Submission(exchange, replies);
    }

    void run() throws IOException {
        wire.patience(PATIENCE);
        wire.send(replies.greeting());
        try {
            for (String line = wire.readLine(); line != null; line = wire.readLine()) {
                String verb = line.replaceAll("[ :].*", "").toUpperCase(Locale.ROOT);
                String arguments = line.substring(verb.length()).strip();
                exchange.log().add("SMTP " + (verb.equals("AUTH") ? "AUTH " + firstWord(arguments) : line));
                if (verb.equals("QUIT")) {
                    wire.send("221 2.0.0 Service closing transmission channel");
                    return;
                }
                answer(verb, arguments);
            }
        } catch (SocketTimeoutException e) {
            wire.send("421 4.4.1 Connection timed out");
        }
    }

    private void answer(String verb, String arguments) throws IOException {
        switch (verb) {
            case "EHLO" -> hello(replies.ehlo(encrypted));
            case "HELO" -> hello("250 " + SmtpReplies.HOST + " Hello [127.0.0.1]");
            case "STARTTLS" -> startTls();
            case "AUTH" -> authenticate(arguments);
            case "MAIL" -> mail(arguments);
            case "RCPT" -> recipient(arguments);
            case "DATA" -> data();
            case "BDAT" -> chunk(arguments);
            case "RSET" -> hello("250 2.0.0 Resetting");
            case "NOOP" -> wire.send("250 2.0.0 OK");
            default -> wire.send(replies.refusal("500 5.3.3 Unrecognized command '" + verb + "'"));
        }
    }

    private void hello(String reply) throws IOException {
        forgetMessage();
        wire.send(reply);
    }

    private void startTls() throws IOException {
        if (encrypted) {
            wire.send(BAD_SEQUENCE);
            return;
        }
        wire.send("220 2.0.0 SMTP server ready");
        wire.startTls(exchange.identity());
        wire.patience(PATIENCE);
        encrypted = true;
    }

    private void authenticate(String arguments) throws IOException {
        if (!encrypted) {
            wire.send(replies.refusal("504 5.7.4 Unrecognized authentication type"));
        } else if (account != null) {
            wire.send(BAD_SEQUENCE);
        } else {
            account = new SmtpAuthentication(exchange, wire, replies)
                    .authenticate(arguments)
                    .orElse(null);
        }
    }

    private void mail(String arguments) throws IOException {
        Optional<String> address = Envelope.address(arguments);
        if (account == null) {
            wire.send(replies.refusal("530 5.7.57 Client not authenticated to send mail."));
        } else if (sender != null) {
            wire.send("503 5.5.2 Sender already specified");
        } else if (address.isEmpty()) {
            wire.send("501 5.1.7 Invalid address");
        } else {
            sender = address.get();
            wire.send("250 2.1.0 Sender OK");
        }
    }

    private void recipient(String arguments) throws IOException {
        Optional<String> address = Envelope.address(arguments).filter(to -> to.matches("[^@\\s]+@[^@\\s]+"));
        if (sender == null) {
            wire.send("503 5.5.2 Need mail command");
        } else if (address.isEmpty()) {
            wire.send("501 5.1.3 Invalid address");
        } else {
            recipients.add(address.get());
            wire.send("250 2.1.5 Recipient OK");
        }
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            wire.send("503 5.5.2 Need rcpt command");
            return;
        }
        wire.send("354 Start mail input; end with <CRLF>.<CRLF>");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String line = wire.readLine(); !".".equals(line); line = wire.readLine()) {
            if (line == null) {
                return;
            }
            String unstuffed = line.startsWith(".") ? line.substring(1) : line;
            message.writeBytes((unstuffed + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        submit(message.toByteArray());
    }

    /** CHUNKING (RFC 3030). */
    private void chunk(String arguments) throws IOException {
        if (!arguments.matches("(?i)\\d{1,9}( +LAST)?")) {
            wire.send("501 5.5.4 Invalid arguments");
            return;
        }
        byte[] octets = wire.readOctets(Integer.parseInt(firstWord(arguments)));
        if (recipients.isEmpty()) {
            wire.send("503 5.5.2 Need rcpt command");
            return;
        }
        chunks.writeBytes(octets);
        if (arguments.toUpperCase(Locale.ROOT).endsWith("LAST")) {
            submit(chunks.toByteArray());
        } else {
            wire.send("250 2.0.0 " + octets.length + " bytes received");
        }
    }

    private void submit(byte[] message) throws IOException {
        if (account == null || sender == null) {
            throw new IllegalStateException("recipients were taken without a sender");
        }
        Envelope envelope = new Envelope(sender, recipients);
        forgetMessage();
        wire.send(submission.submit(account, envelope, message));
    }

    private void forgetMessage() {
        sender = null;
        recipients.clear();
        chunks.reset();
    }

    private static String firstWord(String text) {
        return text.replaceAll(" .*", "");
    }
}
