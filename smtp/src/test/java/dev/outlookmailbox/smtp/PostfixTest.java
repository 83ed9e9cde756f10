package dev.outlookmailbox.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.OutlookException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Against a real Postfix that asks a real token server; both run on this machine where {@code outlook.lab} is set. */
@Timeout(120)
@EnabledIfSystemProperty(named = "outlook.lab", matches = "true", disabledReason = "needs the real servers of the lab")
class PostfixTest {

    private static final Path ROOT = Path.of(System.getProperty("outlook.lab.root", "lab"));
    private static final String USER = "smtp-module@lab.test";
    private static final String TOKEN = "tok-" + USER;
    private static final OutgoingMessage DISCARDED =
            OutgoingMessage.to("discard@lab.test").subject("Grüße").text("a\n.\nb");

    @BeforeAll
    static void mint() throws Exception {
        URL mint = URI.create("http://127.0.0.1:10081/admin/mint").toURL();
        HttpURLConnection connection = (HttpURLConnection) mint.openConnection();
        connection.setDoOutput(true);
        String body = "{\"username\":\"" + USER + "\",\"ttl\":3600,\"token\":\"" + TOKEN + "\"}";
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, connection.getResponseCode());
    }

    @Test
    void takesMessagesOverStartTls() throws Exception {
        try (SmtpClient client = SmtpClient.of(access(endpoints(), TOKEN))) {
            client.verify();
            for (int n = 0; n < 5; n++) {
                SendReceipt receipt = client.send(DISCARDED.subject("Number " + n));
                assertEquals(SendOutcome.SENT, receipt.outcome());
                assertTrue(receipt.serverReply().startsWith("250 2.0.0"), receipt.serverReply());
            }
        }
    }

    @Test
    void takesMessagesOverImplicitTls() throws Exception {
        OutlookEndpoints endpoints =
                endpoints().toBuilder().smtp("localhost", 10465).smtpTls().build();
        try (SmtpClient client = SmtpClient.of(access(endpoints, TOKEN))) {
            assertEquals(SendOutcome.SENT, client.send(DISCARDED).outcome());
        }
    }

    @Test
    void streamsALargeFile() throws Exception {
        try (SmtpClient client = SmtpClient.of(access(endpoints(), TOKEN))) {
            OutgoingMessage large =
                    DISCARDED.attach("zeros.bin", "application/octet-stream", () -> InputStream.nullInputStream());
            assertEquals(
                    SendOutcome.SENT,
                    client.send(large.attach("8m.bin", "application/octet-stream", new byte[8_000_000]))
                            .outcome());
        }
    }

    @Test
    void keepsDotsThatStandAloneOnALine() throws Exception {
        String marker = UUID.randomUUID().toString();
        try (SmtpClient client = SmtpClient.of(access(endpoints(), TOKEN))) {
            client.send(OutgoingMessage.to(USER).subject(marker).text("before\n.\n..\n.dot\nafter\n"));
        }
        String delivered = awaitDelivery(marker);
        assertTrue(delivered.replace("\r\n", "\n").contains("before\n.\n..\n.dot\nafter\n"), delivered);
    }

    @Test
    void replacesATokenThatTheServerRefuses() throws Exception {
        AccessTokenProvider tokens = Tokens.of("expired-token-0123456789", TOKEN);
        try (SmtpClient client = SmtpClient.of(access(endpoints(), tokens))) {
            assertEquals(SendOutcome.SENT, client.send(DISCARDED).outcome());
        }
    }

    @Test
    void refusesAWrongTokenForGood() throws Exception {
        try (SmtpClient client = SmtpClient.of(access(endpoints(), "wrong-token-0123456789"))) {
            OutlookException refusal = assertThrows(OutlookException.class, () -> client.send(DISCARDED));
            assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
        }
    }

    @Test
    void refusesASenderOfSomebodyElse() throws Exception {
        try (SmtpClient client = SmtpClient.of(access(endpoints(), TOKEN))) {
            OutlookException refusal =
                    assertThrows(OutlookException.class, () -> client.send(DISCARDED.from("boss@lab.test")));
            assertEquals(Optional.of(SendOutcome.NOT_SENT), refusal.outcome());
            assertEquals(SendOutcome.SENT, client.send(DISCARDED).outcome());
        }
    }

    /** Dovecot's Maildir is where Postfix delivers; it takes a moment. */
    private static String awaitDelivery(String marker) throws Exception {
        Instant end = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(end)) {
            Optional<String> found = find(marker);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the message did not arrive under " + ROOT.resolve("mail"));
    }

    private static Optional<String> find(String marker) throws Exception {
        Path mailbox = ROOT.resolve("mail");
        try (var files = Files.find(
                mailbox, 8, (p, a) -> a.isRegularFile() && p.toString().contains("smtp-module"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains(marker)) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    private static MailboxAccess access(OutlookEndpoints endpoints, String token) {
        return access(endpoints, new AccessTokenProvider() {
            @Override
            public AccessToken get() {
                return new AccessToken(token, Instant.MAX);
            }

            @Override
            public AccessToken replace(AccessToken rejected) {
                return rejected;
            }
        });
    }

    private static MailboxAccess access(OutlookEndpoints endpoints, AccessTokenProvider tokens) {
        return new MailboxAccess(MailAddress.of("Smtp Module <" + USER + ">"), tokens, endpoints, Timeouts.defaults());
    }

    private static OutlookEndpoints endpoints() throws Exception {
        X509Certificate authority;
        try (InputStream in = Files.newInputStream(ROOT.resolve("ca/ca.pem"))) {
            authority =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        return OutlookEndpoints.custom()
                .authority("https://localhost:10090")
                .imap("localhost", 10993)
                .smtp("localhost", 10587)
                .mailScopes("https://outlook.office.com/SMTP.Send")
                .trust(authority)
                .build();
    }
}
