package dev.outlookmailbox.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.testkit.net.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OutlookTestTest {

    @Nested
    @OutlookTest
    @TestInstance(Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class PerMethod {
        private final List<FakeOutlook> seen = new ArrayList<>();
        private @Nullable FakeOutlook prepared;

        @BeforeEach
        void prepare(FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
            prepared = fake;
            ann.deliver("Subject: prepared\n\n");
        }

        @Test
        @Order(1)
        void setUpAndTestShareOneFakeAndItsMailboxes(
                FakeOutlook fake, @Mailbox("Ann Lee <ANN@contoso.com>") FakeMailbox ann) {
            assertSame(prepared, fake);
            assertEquals("prepared", ann.inbox().get(0).subject());
            seen.add(fake);
        }

        @Test
        @Order(2)
        void theNextTestHasAnotherOneAndTheFormerIsClosed(FakeOutlook fake) {
            assertNotSame(seen.get(0), fake);
            int port = seen.get(0).endpoints().imap().port();
            assertThrows(IOException.class, () -> new Socket(Loopback.address(), port).close());
        }
    }

    @Nested
    @OutlookTest(lifetime = OutlookTest.Lifetime.CLASS)
    @TestInstance(Lifecycle.PER_CLASS)
    class PerClass {
        private @Nullable FakeOutlook first;

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void allTestsShareOneFake(int round, FakeOutlook fake, @Mailbox("ann@contoso.com") FakeMailbox ann) {
            if (first != null) {
                assertSame(first, fake);
            }
            first = fake;
            ann.deliver("Subject: round " + round + "\n\n");
            assertTrue(ann.inbox().size() >= round);
        }
    }
}
