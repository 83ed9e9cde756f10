package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailboxAccessTest {

    private static final class Tokens implements AccessTokenProvider {

        @Override
        public AccessToken get() {
            return new AccessToken("secret", Instant.MAX);
        }

        @Override
        public AccessToken replace(AccessToken rejected) {
            return get();
        }

        @Override
        public String toString() {
            return "secret";
        }
    }

    private static MailboxAccess access(String address) {
        return new MailboxAccess(
                new MailAddress("", address), new Tokens(), OutlookEndpoints.worldwide(), Timeouts.defaults());
    }

    @Test
    void theProviderIsNotAskedHowItPrints() {
        assertFalse(access("ann@contoso.com").toString().contains("secret"));
        assertEquals("secret", access("ann@contoso.com").tokens().get().value());
    }

    @Test
    void aMailboxNeedsAWholeAddress() {
        assertThrows(IllegalArgumentException.class, () -> access("ann"));
    }
}
