package dev.outlookmailbox.imap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.MailboxAccess;
import dev.outlookmailbox.core.Timeouts;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.ThrottledException;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the fake Exchange. */
class FakeOutlookTest extends MailboxBehaviour {

    private static FakeOutlook fake;
    private static FakeMailbox ann;

    @BeforeAll
    static void start() {
        fake = FakeOutlook.start();
        ann = fake.addMailbox("ann@contoso.com");
    }

    @AfterAll
    static void stop() {
        fake.close();
    }

    @AfterEach
    void heal() {
        fake.exchange().reset();
    }

    @Override
    MailboxAccess access() {
        return new MailboxAccess(MailAddress.of(ann.address()), ann.tokens(), fake.endpoints(), Timeouts.defaults());
    }

    @Override
    void deliver(String message) {
        ann.deliver(message);
    }

    @Test
    void survivesDroppedConnections() throws IOException {
        MessageHeader header = arrived("", "still here");
        fake.exchange().dropConnections();
        assertEquals(
                "still here", client().inbox().read(header.id()).readableText().strip());
    }

    @Test
    void fetchesANewTokenWhenTheServerEndsASession() throws IOException {
        MessageHeader header = arrived("", "still here");
        fake.entra().expireAccessTokens();
        assertEquals(
                "still here", client().inbox().read(header.id()).readableText().strip());
    }

    @Test
    void passesOnHowLongToWait() {
        fake.exchange().throttle(Duration.ofSeconds(90));
        ThrottledException e =
                assertThrows(ThrottledException.class, () -> client().inbox().latest(1));
        assertEquals(Duration.ofSeconds(90), e.retryAfter());
    }

    @Test
    void reportsAMailboxThatIsNotConnected() {
        fake.exchange().refuseMailbox();
        OutlookException e =
                assertThrows(OutlookException.class, () -> ImapClient.connect(access(), Clock.systemUTC(), time -> {}));
        assertTrue(e.diagnosis().serverText().contains("authenticated but not connected"), e.getMessage());
    }

    @Test
    void listingTheLatestTakesTwoCommandsAndReadingOne() throws IOException {
        MessageHeader header = arrived("", "x");
        fake.exchange().reset();
        client().inbox().latest(20);
        client().inbox().read(header.id());
        List<String> commands = fake.exchange().commands();
        assertEquals(3, commands.size(), commands::toString);
    }
}
