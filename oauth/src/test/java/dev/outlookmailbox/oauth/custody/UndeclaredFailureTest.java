package dev.outlookmailbox.oauth.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outlookmailbox.core.AccessToken;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.oauth.InMemoryTokenStore;
import dev.outlookmailbox.oauth.OutlookApp;
import dev.outlookmailbox.testkit.FakeMailbox;
import dev.outlookmailbox.testkit.FakeOutlook;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Kotlin, Groovy and Scala let a store throw checked exceptions that its signature does not name. */
class UndeclaredFailureTest {

    @Test
    void reaches_the_caller_and_does_not_wedge_the_account() {
        try (FakeOutlook fake = FakeOutlook.start()) {
            FakeMailbox ann = fake.addMailbox("ann@contoso.com");
            BreakableStore store = new BreakableStore();
            OutlookApp app = OutlookApp.builder()
                    .clientId(fake.clientId())
                    .clientSecret(fake.clientSecret())
                    .endpoints(fake.endpoints())
                    .tokenStore(store)
                    .build();
            app.adopt("crm-7", ann.refreshToken());
            store.broken = true;
            IllegalStateException failed = assertThrows(
                    IllegalStateException.class, () -> app.tokens("crm-7").get());
            assertInstanceOf(SQLException.class, failed.getCause());
            store.broken = false;
            AccessToken token = app.tokens("crm-7").get();
            assertEquals(token, app.tokens("crm-7").get());
        }
    }

    private static final class BreakableStore implements TokenStore {
        private final TokenStore store = new InMemoryTokenStore();
        private volatile boolean broken;

        @Override
        public Optional<StoredToken> load(String account) {
            return store.load(account);
        }

        @Override
        public boolean save(String account, StoredToken next, long expectedVersion) {
            if (broken) {
                BreakableStore.<RuntimeException>sneak(new SQLException("disk full"));
            }
            return store.save(account, next, expectedVersion);
        }

        @Override
        public void delete(String account) {
            store.delete(account);
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <E extends Throwable> void sneak(Throwable failure) throws E {
            throw (E) failure;
        }
    }
}
