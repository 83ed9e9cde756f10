package dev.outlookmailbox.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.outlookmailbox.core.MailAddress;
import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.error.AppMisconfiguredException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises on every database. */
abstract class JdbcTokenStoreContract {

    private static final SecretKey KEY = key(1);
    private static final StoredToken FIRST = token("first-secret");

    private JdbcTokenStore store;

    /** A database without the table. */
    abstract DataSource freshDatabase() throws SQLException;

    private DataSource database;

    @BeforeEach
    void createTables() throws SQLException {
        database = freshDatabase();
        store = new JdbcTokenStore(database, KEY);
        store.createTables();
    }

    @Test
    void what_was_saved_is_loaded_with_all_its_parts() {
        assertEquals(Optional.empty(), store.load("crm-7"));
        assertTrue(store.save("crm-7", FIRST, 0));
        assertEquals(Optional.of(FIRST.withVersion(1)), store.load("crm-7"));
    }

    @Test
    void only_the_expected_version_is_replaced() {
        assertTrue(store.save("crm-7", FIRST, 0));
        assertFalse(store.save("crm-7", token("loser"), 0));
        assertTrue(store.save("crm-7", token("second"), 1));
        assertFalse(store.save("crm-7", token("loser"), 1));
        assertEquals(token("second").withVersion(2), store.load("crm-7").orElseThrow());
    }

    @Test
    void accounts_differ_by_case() {
        assertTrue(store.save("crm-a", FIRST, 0));
        assertTrue(store.save("crm-A", token("other"), 0));
        assertEquals("first-secret", store.load("crm-a").orElseThrow().refreshToken());
    }

    @Test
    void a_forgotten_account_is_gone() {
        assertTrue(store.save("crm-7", FIRST, 0));
        store.delete("crm-7");
        store.delete("crm-7");
        assertEquals(Optional.empty(), store.load("crm-7"));
    }

    @Test
    void of_many_nodes_one_wins_each_version() throws Exception {
        assertTrue(store.save("crm-7", FIRST, 0));
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> races = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                JdbcTokenStore own = new JdbcTokenStore(database, KEY);
                races.add(() -> winsOf(own, 15));
            }
            int wins = 0;
            for (Future<Integer> race : nodes.invokeAll(races)) {
                wins += race.get();
            }
            assertEquals(1 + wins, store.load("crm-7").orElseThrow().version());
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void tables_can_be_made_by_several_nodes_at_once_and_again() throws Exception {
        DataSource empty = freshDatabase();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> create = () -> {
                new JdbcTokenStore(empty, KEY).createTables();
                return true;
            };
            for (Future<Boolean> made : nodes.invokeAll(List.of(create, create, create, create))) {
                assertTrue(made.get());
            }
        } finally {
            nodes.shutdownNow();
        }
        assertTrue(new JdbcTokenStore(empty, KEY).save("crm-7", FIRST, 0));
    }

    @Test
    void the_database_never_sees_a_token() throws SQLException {
        assertTrue(store.save("crm-7", FIRST, 0));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sealed FROM outlook_mailbox_token")) {
            assertTrue(row.next());
            assertFalse(row.getString(1).contains("first-secret"));
            assertFalse(new String(
                            java.util.Base64.getDecoder().decode(row.getString(1)),
                            java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("first-secret"));
        }
    }

    @Test
    void a_row_of_another_account_does_not_open() throws SQLException {
        assertTrue(store.save("crm-7", FIRST, 0));
        execute("UPDATE outlook_mailbox_token SET account = 'crm-8'");
        assertThrows(AppMisconfiguredException.class, () -> store.load("crm-8"));
    }

    @Test
    void a_key_can_be_rotated() {
        assertTrue(store.save("crm-7", FIRST, 0));
        assertThrows(AppMisconfiguredException.class, () -> new JdbcTokenStore(database, key(2)).load("crm-7"));
        JdbcTokenStore rotated = new JdbcTokenStore(database, key(2), KEY);
        assertEquals(FIRST.withVersion(1), rotated.load("crm-7").orElseThrow());
        assertTrue(rotated.save("crm-7", token("second"), 1));
        assertEquals(
                "second",
                new JdbcTokenStore(database, key(2)).load("crm-7").orElseThrow().refreshToken());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private static int winsOf(JdbcTokenStore node, int tries) {
        int wins = 0;
        for (int i = 0; i < tries; i++) {
            long version = node.load("crm-7").orElseThrow().version();
            wins += node.save("crm-7", token("by a node"), version) ? 1 : 0;
        }
        return wins;
    }

    private static StoredToken token(String secret) {
        return new StoredToken(
                secret,
                0,
                new MailAddress("Ann Müller", "ann@contoso.com"),
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                Set.of("https://outlook.office.com/SMTP.Send", "IMAP.AccessAsUser.All"),
                Instant.parse("2026-11-24T10:00:00Z"),
                "abc");
    }

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }
}
