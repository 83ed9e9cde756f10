package dev.outlookmailbox.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTokenTextTest {

    private static final StoredToken FULL = new StoredToken(
            "0.A&x=1+2 %\n",
            5,
            new MailAddress("Ünï & Co = +", "ann@contoso.com"),
            "tenant",
            Set.of("https://outlook.office.com/SMTP.Send", "openid"),
            Instant.parse("2026-11-24T12:00:00.123456789Z"),
            "0f0f");

    @Test
    void everythingButTheVersionIsKept() {
        assertEquals(FULL.withVersion(9), StoredTokenText.parse(StoredTokenText.print(FULL), 9));
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        StoredToken bare = new StoredToken("rt", 1, null, null, Set.of(), Instant.EPOCH, null);

        assertEquals(bare, StoredTokenText.parse(StoredTokenText.print(bare), 1));
    }

    @Test
    void itIsOneLine() {
        assertEquals(1, StoredTokenText.print(FULL).lines().count());
    }

    @Test
    void fieldsOfALaterReleaseArePassedOver() {
        assertEquals(FULL, StoredTokenText.parse(StoredTokenText.print(FULL) + "&new=1", 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "v=1&rt=secret",
                "v=2&rt=secret&at=1970-01-01T00:00:00Z",
                "v=1&rt=%zzsecret&at=1970-01-01T00:00:00Z",
                "v=1&rt=secret&at=yesterday",
                "=1&rt=secret&at=1970-01-01T00:00:00Z",
                "v=1&rt=secret&at=1970-01-01T00:00:00Z&addr=a%0Db@c",
                "v=1&rt=+&at=1970-01-01T00:00:00Z",
            })
    void anythingElseIsRefusedWithoutShowingIt(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> StoredTokenText.parse(text, 1));

        assertFalse(String.valueOf(refusal.getMessage()).contains("secret"), refusal.getMessage());
    }
}
