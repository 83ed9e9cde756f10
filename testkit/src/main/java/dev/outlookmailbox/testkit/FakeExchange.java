package dev.outlookmailbox.testkit;

import dev.outlookmailbox.testkit.exchange.Exchange;
import dev.outlookmailbox.testkit.exchange.imap.ImapFront;
import dev.outlookmailbox.testkit.exchange.smtp.SmtpFront;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What can be made to happen at the fake Exchange, and what it has seen. Any thread may use it. */
public final class FakeExchange {

    private final Exchange exchange;
    private final ImapFront imap;
    private final SmtpFront smtp;

    FakeExchange(Exchange exchange, ImapFront imap, SmtpFront smtp) {
        this.exchange = exchange;
        this.imap = imap;
        this.smtp = smtp;
    }

    /** Answers every IMAP command after the sign-in with {@code BAD Request is throttled} until {@link #reset()}. */
    public void throttle(Duration backoff) {
        exchange.faults().throttle(backoff);
    }

    /** Cuts all IMAP and SMTP connections without a word, as a broken network does. New ones are welcome. */
    public void dropConnections() {
        imap.dropConnections();
        smtp.dropConnections();
    }

    /** IMAP is switched off for everybody: {@code NO AUTHENTICATE failed.}, without a reason, as from Exchange. */
    public void disableImap() {
        exchange.faults().disableImap();
    }

    /** SMTP AUTH is switched off for everybody: 535 5.7.139 "SmtpClientAuthentication is disabled for the Mailbox". */
    public void disableSmtpAuth() {
        exchange.faults().disableSmtpAuth();
    }

    /** IMAP sign-ins succeed, but the first command gets {@code BAD User is authenticated but not connected.} and a BYE. */
    public void refuseMailbox() {
        exchange.faults().refuseMailbox();
    }

    /**
     * The commands seen since the start or the last {@link #reset()} in order of arrival, as in {@code IMAP SELECT INBOX} and
     * {@code SMTP MAIL FROM:<ann@contoso.com>}: without tags, literals, credentials and message texts. Handy for counting round
     * trips.
     */
    public List<String> commands() {
        return exchange.log().all();
    }

    /** The messages that had recipients without a mailbox here, as those recipients would get them; oldest first. */
    public List<FakeMessage> sentOutside() {
        return exchange.outside().all().stream()
                .map(sent -> FakeMessage.parse(
                        sent.message().getBytes(StandardCharsets.ISO_8859_1), false, sent.recipients()))
                .toList();
    }

    /** Heals everything that was broken on purpose, and forgets {@link #commands()} and {@link #sentOutside()}. */
    public void reset() {
        exchange.faults().clear();
        exchange.log().clear();
        exchange.outside().clear();
    }
}
