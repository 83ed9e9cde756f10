package dev.outlookmailbox.imap.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.OutlookEndpoints;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.ConnectionException;
import dev.outlookmailbox.core.error.ProtocolViolationException;
import dev.outlookmailbox.core.net.Tls;
import dev.outlookmailbox.imap.content.TempFiles;
import dev.outlookmailbox.imap.wire.Dialer;
import dev.outlookmailbox.testkit.net.LocalhostIdentity;
import dev.outlookmailbox.testkit.net.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers that keep a caller waiting on purpose. */
class HostileServerTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final LocalhostIdentity identity = LocalhostIdentity.fresh();
    private final ServerSocket listener = Loopback.listen();
    private final TempFiles files = new TempFiles();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() throws IOException {
        over.countDown();
        listener.close();
        files.close();
    }

    @Test
    void aWriteThatHangsIsCutAndSoIsTheConnection() {
        serve("", "", 0);
        assertTimeoutPreemptively(SOON, () -> {
            ImapConnection connection = new ImapConnection(dialer().dial());
            assertThrows(ConnectionException.class, () -> connection.write("x".repeat(30_000_000)));
            connection.close();
        });
    }

    @Test
    void aGreetingInDropsIsGivenUp() {
        serve("", "x", 50);
        SignIn signIn = new SignIn(dialer(), "ann@contoso.com", Duration.ofMillis(600));
        assertTimeoutPreemptively(SOON, () -> assertThrows(ConnectionException.class, () -> signIn.open(token())));
    }

    @Test
    void endlessContinuationsOfTheSignInAreRefused() {
        serve("* OK [CAPABILITY AUTH=XOAUTH2 SASL-IR] hi\r\n", "+ \r\n", 20);
        SignIn signIn = new SignIn(dialer(), "ann@contoso.com", Duration.ofMinutes(5));
        assertTimeoutPreemptively(
                SOON, () -> assertThrows(ProtocolViolationException.class, () -> signIn.open(token())));
    }

    @Test
    void endlessTalkBesideThePointIsGivenUp() {
        serve("", "* OK still here\r\n", 50);
        assertTimeoutPreemptively(SOON, () -> {
            try (ImapConnection connection = new ImapConnection(dialer().dial())) {
                assertThrows(ConnectionException.class, () -> connection.execute("UID SEARCH ALL"));
            }
        });
    }

    @Test
    void aResponseInDropsIsGivenUp() {
        serve("", "x", 50);
        assertTimeoutPreemptively(SOON, () -> {
            try (ImapConnection connection = new ImapConnection(dialer().dial())) {
                assertThrows(ConnectionException.class, () -> connection.execute("NOOP"));
            }
        });
    }

    @Test
    void anErrorInMidResponseLeavesNoConnectionToUse() {
        serve("* SEARCH 1\r\n", "", 0);
        ImapConnection connection = new ImapConnection(dialer().dial());
        assertThrows(
                OutOfMemoryError.class,
                () -> connection.execute("UID SEARCH ALL", response -> {
                    throw new OutOfMemoryError("as when a response is too large");
                }));
        assertFalse(connection.isReusable());
    }

    /** Says something once, then something again and again, and reads nothing. */
    private void serve(String once, String often, long pauseMillis) {
        Thread server = new Thread(() -> {
            try (Socket socket = identity.handshake(listener.accept())) {
                socket.getOutputStream().write(once.getBytes(StandardCharsets.US_ASCII));
                while (!over.await(pauseMillis == 0 ? 60_000 : pauseMillis, TimeUnit.MILLISECONDS)) {
                    socket.getOutputStream().write(often.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException | InterruptedException e) {
                // the client has gone
            }
        });
        server.setDaemon(true);
        server.start();
    }

    private Dialer dialer() {
        OutlookEndpoints endpoints = OutlookEndpoints.custom()
                .authority("https://localhost")
                .imap("localhost", listener.getLocalPort())
                .smtp("localhost", 587)
                .mailScopes("https://outlook.office.com/IMAP.AccessAsUser.All")
                .trust(identity.certificate())
                .build();
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(300));
        return new Dialer(endpoints.imap(), timeouts, Tls.of(endpoints), files);
    }

    private static AccessToken token() {
        return new AccessToken("tok-1", Instant.MAX);
    }
}
