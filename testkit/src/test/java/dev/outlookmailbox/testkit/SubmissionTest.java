package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OutlookTest
@Timeout(30)
class SubmissionTest {

    @Test
    void offersAuthOnlyAfterStartTls(FakeOutlook fake) throws IOException {
        try (TlsClient smtp = new MailClient(fake).smtp()) {
            String plain = smtp.send("EHLO test").until("250 ");
            assertTrue(plain.contains("250-STARTTLS\n") && !plain.contains("AUTH"), plain);
            assertTrue(plain.contains("250-SIZE 157286400\n") && plain.endsWith("250 SMTPUTF8\n"), plain);
            smtp.send("AUTH XOAUTH2 eA==").until("504 5.7.4");
            smtp.send("MAIL FROM:<ann@contoso.com>").until("530 5.7.57 Client not authenticated to send mail. [");
            smtp.send("STARTTLS").until("220 ");
            smtp.handshake();
            String encrypted = smtp.send("EHLO test").until("250 ");
            assertTrue(encrypted.contains("250-AUTH LOGIN XOAUTH2\n") && !encrypted.contains("STARTTLS"), encrypted);
        }
    }

    @Test
    void refusesWhatIsNotATokenForThisMailbox(
            FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann, @Mailbox("bob@contoso.com") FakeMailbox bob)
            throws IOException {
        try (TlsClient smtp = encrypted(fake)) {
            smtp.send("AUTH XOAUTH2 " + MailClient.response(ann, bob.tokens().get()))
                    .until("535 5.7.3 Authentication unsuccessful [");
            smtp.send("AUTH XOAUTH2 !!!").until("535 5.7.3 Authentication unsuccessful [");
            smtp.send("AUTH PLAIN AGFubgBwYXNz").until("504 5.7.4 Unrecognized authentication type [");
            smtp.send("AUTH LOGIN").until("334 VXNlcm5hbWU6");
            smtp.send("YW5u").until("334 UGFzc3dvcmQ6");
            smtp.send("cGFzcw==").until("535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [");
            smtp.send("AUTH XOAUTH2").until("334 ");
            smtp.send(MailClient.response(ann, ann.tokens().get())).until("235 2.7.0");
        }
    }

    @Test
    void saysThatSmtpAuthIsOff(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) throws IOException {
        fake.exchange().disableSmtpAuth();
        try (TlsClient smtp = encrypted(fake)) {
            smtp.send("AUTH XOAUTH2 " + MailClient.response(ann, ann.tokens().get()))
                    .until(
                            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.");
        }
        fake.exchange().reset();
        new MailClient(fake).smtp(ann).close();
    }

    @Test
    void deliversWithoutBccAndFilesACopyWithIt(
            FakeOutlook fake,
            @Mailbox("ann@contoso.com") FakeMailbox ann,
            @Mailbox("Bob Ray <bob@contoso.com>") FakeMailbox bob)
            throws IOException {
        try (TlsClient smtp = new MailClient(fake).smtp(ann)) {
            smtp.send("MAIL FROM:<ann@contoso.com>").until("250 ");
            smtp.send("RCPT TO:<zoe@example.com>").until("250 ");
            smtp.send("RCPT TO:<eve@example.com>").until("250 ");
            smtp.send("RCPT TO:<bob@contoso.com>").until("250 ");
            smtp.send("DATA").until("354 ");
            smtp.send("To: zoe@example.com\r\nBcc: eve@example.com,\r\n bob@contoso.com\r\nFrom: ann@contoso.com")
                    .send("Subject: secret\r\n\r\nBcc: in the text stays\r\n.")
                    .until("250 2.0.0 OK");
        }
        FakeMessage received = bob.inbox().get(0);
        assertEquals(List.of(), received.bcc());
        assertEquals("Bcc: in the text stays\n", received.text());
        assertFalse(received.read());
        FakeMessage filed = ann.sent().get(0);
        assertEquals(List.of("eve@example.com", "bob@contoso.com"), filed.bcc());
        assertTrue(filed.read());
        FakeMessage outside = fake.exchange().sentOutside().get(0);
        assertEquals(List.of("zoe@example.com", "eve@example.com"), outside.recipients());
        assertTrue(
                outside.header("Bcc").isEmpty() && outside.header("Message-ID").isPresent());
    }

    @Test
    void takesMailFromAngus(
            FakeOutlook fake,
            @Mailbox("ann@contoso.com") FakeMailbox ann,
            @Mailbox("Bob Ray <bob@contoso.com>") FakeMailbox bob)
            throws MessagingException {
        MailClient client = new MailClient(fake);
        Session session = client.angusSession();
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("ann@contoso.com"));
        message.addRecipient(RecipientType.TO, new InternetAddress("bob@contoso.com"));
        message.setSubject("Grüße", "UTF-8");
        message.setText(".leading dot\r\nžluťoučký", "UTF-8");
        try (Transport transport = client.angusTransport(session, ann)) {
            transport.sendMessage(message, message.getAllRecipients());
        }
        FakeMessage received = bob.inbox().get(0);
        assertEquals("Grüße", received.subject());
        assertEquals("ann@contoso.com", received.from());
        assertEquals(".leading dot\nžluťoučký", received.text().strip());
        assertEquals("Grüße", ann.sent().get(0).subject());
    }

    @Test
    void saysOnlyAfterTheDataThatTheSenderIsSomebodyElse(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        ann.addAlias("sales@contoso.com");
        try (TlsClient smtp = new MailClient(fake).smtp(ann)) {
            smtp.send("MAIL FROM:<boss@contoso.com>").until("250 2.1.0");
            smtp.send("RCPT TO:<x@example.com>").until("250 2.1.5");
            smtp.send("DATA").until("354 ");
            smtp.send("Subject: x\r\n\r\nx\r\n.").until("550 5.7.60 SMTP; Client does not have permissions to send as");
            smtp.send("MAIL FROM:<ann@contoso.com>").until("250 2.1.0");
            smtp.send("RCPT TO:<x@example.com>").until("250 2.1.5");
            smtp.send("DATA").until("354 ");
            smtp.send("From: Boss <boss@contoso.com>\r\n\r\nx\r\n.").until("554 5.2.252 SendAsDenied; ann@contoso.com");
            assertEquals(List.of(), ann.sent());
            assertEquals(List.of(), fake.exchange().sentOutside());
            smtp.send("MAIL FROM:<sales@contoso.com>").until("250 2.1.0");
            smtp.send("RCPT TO:<x@example.com>").until("250 2.1.5");
            smtp.send("DATA").until("354 ");
            smtp.send("From: Sales\r\n <sales@contoso.com>\r\n\r\nx\r\n.").until("250 2.0.0 OK <");
        }
        assertEquals(1, ann.sent().size());
    }

    @Test
    void takesPipelinedCommandsAndChunks(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann)
            throws IOException {
        try (TlsClient smtp = new MailClient(fake).smtp(ann)) {
            smtp.raw(
                    "MAIL FROM:<ann@contoso.com> BODY=BINARYMIME\r\nRCPT TO:<ann@contoso.com>\r\nBDAT 12\r\nSubject: hi\r");
            smtp.until("250 2.0.0 12 bytes received");
            smtp.raw("BDAT 10 LAST\r\n\n\r\n.body\r\n").until("250 2.0.0 OK");
            smtp.send("RCPT TO:<ann@contoso.com>").until("503 ");
            smtp.send("MAIL FROM:nobody").until("501 ");
            smtp.send("MAIL FROM:<ann@contoso.com>").until("250 ");
            smtp.send("RCPT TO:<not an address>").until("501 5.1.3");
            smtp.send("DATA").until("503 ");
            smtp.send("RSET").until("250 ");
            smtp.send("WHAT").until("500 5.3.3");
            smtp.send("QUIT").until("221 ");
        }
        assertEquals(".body\n", ann.inbox().get(0).text());
        List<String> commands = fake.exchange().commands();
        assertTrue(commands.contains("SMTP AUTH XOAUTH2"), commands.toString());
        assertTrue(commands.contains("SMTP BDAT 10 LAST"), commands.toString());
    }

    private static TlsClient encrypted(FakeOutlook fake) throws IOException {
        TlsClient smtp = new MailClient(fake).smtp();
        smtp.send("EHLO test").until("250 ");
        smtp.send("STARTTLS").until("220 ");
        smtp.handshake();
        smtp.send("EHLO test").until("250 ");
        return smtp;
    }
}
