package dev.outlookmailbox;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.AccessTokenProvider;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.SendOutcome;
import dev.outlookmailbox.imap.Flag;
import dev.outlookmailbox.imap.FolderRole;
import dev.outlookmailbox.imap.Message;
import dev.outlookmailbox.imap.MessageHeader;
import dev.outlookmailbox.smtp.OutgoingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The main job on a real Dovecot and Postfix that take XOAUTH2. Runs with {@code -Doutlook.lab=true}; the other properties are
 * {@code outlook.lab.imap} and {@code outlook.lab.smtp} (ports on localhost), {@code outlook.lab.ca} (PEM file),
 * {@code outlook.lab.user} and {@code outlook.lab.token}.
 */
@EnabledIfSystemProperty(
        named = "outlook.lab",
        matches = "true",
        disabledReason = "no real servers: -Doutlook.lab=true")
class RealServersTest {

    private static final String USER = System.getProperty("outlook.lab.user", "ann@lab.test");
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private OutlookMailbox mailbox;

    @BeforeEach
    void connect() throws IOException, GeneralSecurityException {
        mailbox = OutlookMailbox.builder()
                .tokens(tokens())
                .mailbox(USER)
                .endpoints(endpoints())
                .connect();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void sends_reads_answers_and_moves() throws IOException {
        String subject = "Grüße 会議 🎉 " + UUID.randomUUID();
        var receipt = mailbox.send(OutgoingMessage.to(USER)
                .subject(subject)
                .text("Zażółć gęślą jaźń")
                .html("<p>Zażółć <b>gęślą</b> jaźń <img src='cid:logo'></p>")
                .inline("logo", "image/png", new byte[] {1, 2, 3})
                .attach("契約書 – Übersicht.csv", "text/csv", "a;b\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(SendOutcome.SENT, receipt.outcome());
        MessageHeader arrived = await(subject);
        assertEquals(receipt.messageId(), arrived.messageId());

        Message message = mailbox.inbox().read(arrived.id());
        assertEquals("Zażółć gęślą jaźń", message.text().orElseThrow().strip());
        assertEquals("契約書 – Übersicht.csv", message.attachments().get(1).name());
        try (InputStream content = message.attachments().get(1).openStream()) {
            assertEquals("a;b\n", new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }

        mailbox.send(mailbox.reply(message).text("Thanks!"));
        MessageHeader reply = await("Re: " + subject);
        assertEquals(List.of(receipt.messageId()), reply.references());
        assertTrue(mailbox.inbox().read(arrived.id()).header().flags().contains(Flag.ANSWERED));

        var moved = mailbox.inbox().move(List.of(arrived.id()), mailbox.folder(FolderRole.ARCHIVE));
        assertNotNull(moved.get(arrived.id()));
        mailbox.folder(FolderRole.ARCHIVE).mark(Set.of(requireNonNull(moved.get(arrived.id()))), Flag.SEEN, true);
        assertTrue(mailbox.folder(FolderRole.ARCHIVE).latest(1).get(0).flags().contains(Flag.SEEN));
    }

    private MessageHeader await(String subject) {
        Instant deadline = Instant.now().plus(DELIVERY);
        while (Instant.now().isBefore(deadline)) {
            for (MessageHeader header : mailbox.inbox().latest(5)) {
                if (header.subject().equals(subject)) {
                    return header;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError(subject + " did not arrive");
    }

    private static AccessTokenProvider tokens() {
        AccessToken token = new AccessToken(System.getProperty("outlook.lab.token", "tok-" + USER), Instant.MAX);
        return new AccessTokenProvider() {
            @Override
            public AccessToken get() {
                return token;
            }

            @Override
            public AccessToken replace(AccessToken rejected) {
                return token;
            }
        };
    }

    private static OutlookEndpoints endpoints() throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(Path.of(System.getProperty("outlook.lab.ca", "ca.pem")))) {
            X509Certificate ca =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return OutlookEndpoints.custom()
                    .authority("https://localhost")
                    .imap("localhost", Integer.getInteger("outlook.lab.imap", 10993))
                    .smtp("localhost", Integer.getInteger("outlook.lab.smtp", 10587))
                    .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All")
                    .trust(ca)
                    .build();
        }
    }
}
