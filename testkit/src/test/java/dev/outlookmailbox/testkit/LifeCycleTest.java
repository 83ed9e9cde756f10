package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.testkit.net.Loopback;
import jakarta.mail.Folder;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LifeCycleTest {

    @Test
    void keepsNoJvmAliveThatForgetsToCloseIt() throws Exception {
        Set<Thread> before = userThreads();
        try (FakeOutlook fake = FakeOutlook.start()) {
            FakeMailbox ann = fake.addMailbox("ann@contoso.com");
            new EntraClient(fake).refresh(ann.refreshToken());
            new MailClient(fake).imap(ann).close();
            new MailClient(fake).smtp(ann).close();
            Set<Thread> running = userThreads();
            running.removeAll(before);
            assertEquals(Set.of(), running);
        }
    }

    @Test
    void leavesNoThreadBehindThatKeepsTheJvmAlive() throws Exception {
        Set<Thread> before = userThreads();
        FakeOutlook fake = FakeOutlook.start();
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        new EntraClient(fake).refresh(ann.refreshToken());
        TlsClient idle = new MailClient(fake).imap(ann);
        idle.send("A1 SELECT INBOX").until("A1 OK");
        idle.send("A2 IDLE").until("+ ");
        fake.close();
        assertTrue(idle.ended());
        Set<Thread> after = userThreads();
        after.removeAll(before);
        assertEquals(Set.of(), after);
    }

    @Test
    void stopsListeningWhenClosed() {
        FakeOutlook fake = FakeOutlook.start();
        OutlookEndpoints endpoints = fake.endpoints();
        fake.close();
        for (int port : new int[] {
            endpoints.imap().port(),
            endpoints.smtp().port(),
            endpoints.authority().getPort()
        }) {
            assertThrows(ConnectException.class, () -> new Socket(Loopback.address(), port).close());
        }
    }

    @Test
    void twoOfThemKnowNothingOfEachOther() throws IOException {
        try (FakeOutlook one = FakeOutlook.start();
                FakeOutlook other = FakeOutlook.start()) {
            FakeMailbox ann = one.addMailbox("ann@contoso.com");
            FakeMailbox hers = other.addMailbox("ann@contoso.com");
            ann.deliver("Subject: here\n\n");
            assertEquals(0, hers.inbox().size());
            try (TlsClient imap = new MailClient(other).imap()) {
                imap.send("A0 AUTHENTICATE XOAUTH2 "
                                + MailClient.response(ann, ann.tokens().get()))
                        .until("A0 NO");
            }
        }
    }

    @Test
    void angusReadsWhatWasDelivered() throws Exception {
        try (FakeOutlook fake = FakeOutlook.start()) {
            FakeMailbox ann = fake.addMailbox("Ann Lee <ann@contoso.com>");
            ann.deliver("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\nContent-Type: text/plain; charset=utf-8\n\nžluťoučký\n");
            ann.createFolder("Entwürfe");
            try (Store store = new MailClient(fake).angusStore(ann);
                    Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                assertEquals("Grüße", inbox.getMessage(1).getSubject());
                assertEquals(
                        "žluťoučký", inbox.getMessage(1).getContent().toString().strip());
                assertTrue(store.getFolder("Entwürfe").exists());
                assertEquals('/', store.getDefaultFolder().getSeparator());
            }
        }
    }

    @Test
    void refusesAddressesThatAreTakenOrNone() {
        try (FakeOutlook fake = FakeOutlook.start()) {
            FakeMailbox ann = fake.addMailbox("ann@contoso.com");
            ann.addAlias("ann.lee@contoso.com");
            assertThrows(IllegalArgumentException.class, () -> fake.addMailbox("ANN.LEE@contoso.com"));
            assertThrows(IllegalArgumentException.class, () -> fake.addMailbox("ann"));
            assertThrows(IllegalArgumentException.class, () -> ann.deliverTo("Nowhere", "Subject: x\n\n"));
            assertThrows(IllegalArgumentException.class, () -> ann.createFolder("Drafts"));
            assertThrows(IllegalArgumentException.class, () -> fake.entra().revoke("nobody@contoso.com"));
        }
    }

    @Test
    void printsNoSecret() {
        try (FakeOutlook fake = FakeOutlook.start()) {
            FakeMailbox ann = fake.addMailbox("Ann Lee <ann@contoso.com>");
            assertEquals("Ann Lee <ann@contoso.com>", ann.toString());
            String printed = fake + " " + ann.tokens() + " " + ann.tokens().get();
            assertTrue(!printed.contains(fake.clientSecret()), printed);
            assertTrue(!printed.contains(ann.tokens().get().value()), printed);
        }
    }

    private static Set<Thread> userThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.isAlive())
                .collect(Collectors.toSet());
    }
}
