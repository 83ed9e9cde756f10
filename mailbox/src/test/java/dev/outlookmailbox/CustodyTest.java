package dev.outlookmailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.error.SignInRequiredException;
import dev.outlookmailbox.oauth.InMemoryTokenStore;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import dev.outlookmailbox.testkit.OutlookTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@OutlookTest
class CustodyTest {

    @Test
    void a_host_that_keeps_a_string_is_told_each_new_one(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        String first = ann.refreshToken();
        List<String> told = new CopyOnWriteArrayList<>();
        try (OutlookMailbox mailbox = builder(fake)
                .refreshToken(first)
                .onRefreshTokenRotated(told::add)
                .connect()) {
            fake.entra().expireAccessTokens();
            assertEquals(0, mailbox.inbox().latest(1).size());
        }
        assertEquals(2, told.size());
        assertFalse(told.contains(first));
        builder(fake).refreshToken(told.get(1)).connect().close();
    }

    @Test
    void no_token_is_used_that_the_host_failed_to_keep(FakeOutlook fake) {
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        OutlookMailbox.Builder builder = builder(fake)
                .refreshToken(ann.refreshToken())
                .onRefreshTokenRotated(token -> {
                    throw new IllegalStateException("disk full");
                });
        assertThrows(IllegalStateException.class, builder::connect);
        assertEquals(List.of(), fake.exchange().commands());
    }

    @Test
    void the_newest_token_is_in_the_store_and_wins_at_the_next_start(FakeOutlook fake) {
        fake.entra().oneTimeRefreshTokens();
        FakeMailbox ann = fake.addMailbox("ann@contoso.com");
        String given = ann.refreshToken();
        TokenStore store = new InMemoryTokenStore();
        builder(fake).refreshToken(given).tokenStore(store, "crm-7").connect().close();
        assertNotEquals(given, store.load("crm-7").orElseThrow().refreshToken());
        builder(fake).refreshToken(given).tokenStore(store, "crm-7").connect().close();
        try (OutlookMailbox mailbox = builder(fake).tokenStore(store, "crm-7").connect()) {
            assertEquals("ann@contoso.com", mailbox.address().address());
        }
        assertTrue(store.load("crm-7").orElseThrow().version() >= 3);
    }

    @Test
    void an_account_that_the_store_does_not_know_has_to_sign_in(FakeOutlook fake) {
        OutlookMailbox.Builder unknown = builder(fake).tokenStore(new InMemoryTokenStore(), "crm-7");
        assertThrows(SignInRequiredException.class, unknown::connect);
    }

    private static OutlookMailbox.Builder builder(FakeOutlook fake) {
        return OutlookMailbox.builder()
                .client(fake.clientId(), fake.clientSecret())
                .endpoints(fake.endpoints());
    }
}
