package dev.outlookmailbox.testkit;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.net.Tls;
import dev.outlookmailbox.core.sasl.XOAuth2;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;

/** Ways to talk to the fake Exchange: by lines, and by Angus. */
final class MailClient {

    private final FakeOutlook fake;

    MailClient(FakeOutlook fake) {
        this.fake = fake;
    }

    /** Connected, greeted, not signed in. */
    TlsClient imap() throws IOException {
        OutlookEndpoints endpoints = fake.endpoints();
        TlsClient client =
                TlsClient.tls(endpoints.imap().port(), endpoints.trusted().get(0));
        client.until("* OK");
        return client;
    }

    TlsClient imap(FakeMailbox mailbox) throws IOException {
        TlsClient client = imap();
        client.send(
                "A0 AUTHENTICATE XOAUTH2 " + response(mailbox, mailbox.tokens().get()));
        client.until("A0 OK");
        return client;
    }

    /** Connected and greeted, in plain text. */
    TlsClient smtp() throws IOException {
        OutlookEndpoints endpoints = fake.endpoints();
        TlsClient client =
                TlsClient.plain(endpoints.smtp().port(), endpoints.trusted().get(0));
        client.until("220 ");
        return client;
    }

    TlsClient smtp(FakeMailbox mailbox) throws IOException {
        TlsClient client = smtp();
        client.send("EHLO test").until("250 ");
        client.send("STARTTLS").until("220 ");
        client.handshake();
        client.send("EHLO test").until("250 ");
        client.send("AUTH XOAUTH2 " + response(mailbox, mailbox.tokens().get())).until("235 ");
        return client;
    }

    Store angusStore(FakeMailbox mailbox) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imaps.auth.mechanisms", "XOAUTH2");
        properties.put("mail.imaps.ssl.socketFactory", Tls.of(fake.endpoints()).socketFactory());
        properties.put("mail.imaps.timeout", "10000");
        Store store = Session.getInstance(properties).getStore("imaps");
        store.connect(
                "localhost",
                fake.endpoints().imap().port(),
                mailbox.address(),
                mailbox.tokens().get().value());
        return store;
    }

    Session angusSession() {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.socketFactory", Tls.of(fake.endpoints()).socketFactory());
        properties.put("mail.smtp.timeout", "10000");
        return Session.getInstance(properties);
    }

    Transport angusTransport(Session session, FakeMailbox mailbox) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(
                "localhost",
                fake.endpoints().smtp().port(),
                mailbox.address(),
                mailbox.tokens().get().value());
        return transport;
    }

    static String response(FakeMailbox mailbox, AccessToken token) {
        return XOAuth2.initialResponse(mailbox.address(), token);
    }
}
