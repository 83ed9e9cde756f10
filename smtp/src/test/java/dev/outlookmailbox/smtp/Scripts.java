package dev.outlookmailbox.smtp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.sasl.XOAuth2;
import dev.outlookmailbox.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** What the scripted tests have in common. */
final class Scripts {

    static final MailAddress ANN = new MailAddress("Ann", "ann@contoso.com");
    static final String TOKEN = "EwBAAl3BAAUFFpUAo7J3first";
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(8), Duration.ofSeconds(8));

    /** Up to the point where a message can be sent, as Exchange does it, over implicit TLS. */
    static final String SIGNED_IN = greeting("250-PIPELINING\nS: 250-SIZE 157286400") + auth(TOKEN);

    static final String BYE = """
            C: QUIT
            S: 221 2.0.0 Service closing transmission channel
            """;

    private Scripts() {}

    /** @param offers lines of the answer to EHLO, without the first and the one for AUTH */
    static String greeting(String offers) {
        return """
                S: 220 AM3PR05CA0094.outlook.office365.com Microsoft ESMTP MAIL Service ready
                C: EHLO [127.0.0.1]
                S: 250-AM3PR05CA0094.outlook.office365.com Hello [192.0.2.1]
                S: %s
                S: 250 AUTH LOGIN XOAUTH2
                """.formatted(offers);
    }

    static String auth(String token) {
        return "C: AUTH XOAUTH2 " + response(token) + "\nS: 235 2.7.0 Authentication successful\n";
    }

    static String response(String token) {
        return XOAuth2.initialResponse(ANN.address(), new AccessToken(token, Instant.MAX));
    }

    /** A whole message to one recipient, envelope in one go. */
    static String message(String to, String verdict) {
        return """
                C~ MAIL FROM:<ann@contoso.com> SIZE=\\d+
                C: RCPT TO:<%s>
                C: DATA
                S: 250 2.1.0 Sender OK
                S: 250 2.1.5 Recipient OK
                S: 354 Start mail input; end with <CRLF>.<CRLF>
                DATA
                S: %s
                """.formatted(to, verdict);
    }

    static void assertSays(String words, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(words), message);
    }

    static SmtpClient client(ScriptedServer server, AccessTokenProvider tokens) {
        return client(server, tokens, Clock.systemUTC());
    }

    static SmtpClient client(ScriptedServer server, AccessTokenProvider tokens, Clock clock) {
        return new SmtpClient(access(endpoints(server).smtpTls().build(), tokens), clock, new Random(7));
    }

    static SmtpClient startTlsClient(ScriptedServer server) {
        return SmtpClient.of(access(endpoints(server).build(), Tokens.of(TOKEN)));
    }

    static MailboxAccess access(OutlookEndpoints endpoints, AccessTokenProvider tokens) {
        return new MailboxAccess(ANN, tokens, endpoints, TIMEOUTS);
    }

    static OutlookEndpoints.Builder endpoints(ScriptedServer server) {
        return OutlookEndpoints.custom()
                .authority("https://localhost:1")
                .imap("localhost", 1)
                .smtp(server.host(), server.port())
                .mailScopes("https://outlook.office.com/SMTP.Send")
                .trust(server.certificate());
    }
}
