package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against a real Dovecot with XOAUTH2, an LMTP port and an account, all named by system properties; only where
 * {@code outlook.lab} is true.
 */
class LabTest extends MailboxBehaviour {

    private static final String USER = System.getProperty("outlook.lab.user", "ann@lab.test");
    private static final String TOKEN = System.getProperty("outlook.lab.token", "tok-" + USER);
    private static final int IMAPS = Integer.getInteger("outlook.lab.imaps", 10_993);
    private static final int IMAP = Integer.getInteger("outlook.lab.imap", 10_143);
    private static final int LMTP = Integer.getInteger("outlook.lab.lmtp", 10_024);
    private static final Path CA = Path.of(System.getProperty("outlook.lab.ca", "ca.pem"));

    @Override
    @BeforeEach
    void connect() {
        assumeTrue(Boolean.getBoolean("outlook.lab"), "no lab: set -Doutlook.lab=true to run against a real server");
        super.connect();
    }

    @Override
    @AfterEach
    void close() {
        if (Boolean.getBoolean("outlook.lab")) {
            super.close();
        }
    }

    @Override
    MailboxAccess access() {
        return access(endpoints().build());
    }

    @Override
    void deliver(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), LMTP)) {
            socket.setSoTimeout(10_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            expect(in, "220");
            List<String> commands = List.of("LHLO test", "MAIL FROM:<bob@example.com>", "RCPT TO:<" + USER + ">");
            for (String command : commands) {
                out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
                expect(in, "250");
            }
            out.write("DATA\r\n".getBytes(StandardCharsets.UTF_8));
            expect(in, "354");
            out.write((message + ".\r\n").getBytes(StandardCharsets.UTF_8));
            expect(in, "250");
        }
    }

    @Test
    void worksByStartTlsToo() {
        try (ImapClient client = ImapClient.connect(
                access(endpoints().imap("localhost", IMAP).imapStartTls().build()))) {
            assertEquals("INBOX", client.folders().get(0).path());
        }
    }

    private static MailboxAccess access(OutlookEndpoints endpoints) {
        return new MailboxAccess(
                MailAddress.of(USER),
                new Scenario.Tokens(new AccessToken(TOKEN, Instant.MAX)),
                endpoints,
                Timeouts.defaults());
    }

    private static OutlookEndpoints.Builder endpoints() {
        return OutlookEndpoints.custom()
                .authority("https://localhost")
                .imap("localhost", IMAPS)
                .smtp("localhost", 587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All")
                .trust(authority());
    }

    private static X509Certificate authority() {
        try (InputStream in = Files.newInputStream(CA)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new AssertionError("The certificate of the lab's authority is not at " + CA, e);
        }
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("LMTP: expected " + code + ", got " + line);
        }
    }
}
