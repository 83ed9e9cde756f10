package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredTokenTest {

    private static StoredToken token(String refreshToken, long version) {
        return new StoredToken(
                refreshToken,
                version,
                MailAddress.of("ann@contoso.com"),
                "tenant",
                Set.of("IMAP.AccessAsUser.All"),
                Instant.EPOCH,
                "0f0f");
    }

    @Test
    void neitherTokenNorItsOriginIsPrinted() {
        String printed = token("secret-refresh-token", 3).toString();

        assertFalse(printed.contains("secret"), printed);
        assertFalse(printed.contains("0f0f"), printed);
        assertEquals("StoredToken[version=3, address=ann@contoso.com, obtainedAt=1970-01-01T00:00:00Z]", printed);
    }

    @Test
    void anotherVersionKeepsEverythingElse() {
        assertEquals(token("rt", 4), token("rt", 3).withVersion(4));
    }

    @Test
    void noTokenAndNegativeVersionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> token(" ", 0));
        assertThrows(IllegalArgumentException.class, () -> token("rt", -1));
    }
}
