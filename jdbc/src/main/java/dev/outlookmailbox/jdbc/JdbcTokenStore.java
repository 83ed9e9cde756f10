package dev.outlookmailbox.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlookmailbox.core.StoredToken;
import dev.outlookmailbox.core.StoredTokenText;
import dev.outlookmailbox.core.TokenStore;
import dev.outlookmailbox.core.crypto.Seal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/**
 * Refresh tokens in one table, encrypted and bound to their account, shared by any number of nodes. Any thread may use it; each
 * call takes a connection from the data source and gives it back.
 *
 * <p>A rotated token must survive whatever the host does next, so give a plain data source, not one that joins the host's
 * transactions. Works with PostgreSQL, MySQL, MariaDB and H2. The table is {@code outlook_mailbox_token}; its scripts lie beside
 * this class as {@code token-<database>.sql}, for hosts that migrate by themselves.
 */
public final class JdbcTokenStore implements TokenStore {

    private static final int LONGEST_ACCOUNT = 255;

    private final Database database;
    private final Seal seal;

    /**
     * @param key an AES key of 256 bits, the same on all nodes
     * @param previous keys that older rows were sealed with; each row moves to {@code key} at its next rotation
     */
    public JdbcTokenStore(DataSource dataSource, SecretKey key, SecretKey... previous) {
        this.database = new Database(dataSource);
        this.seal = new Seal(new SecureRandom(), key, previous);
    }

    /** Makes the table where there is none. Several nodes may do so at once. */
    public void createTables() {
        database.createTable("token", "outlook_mailbox_token");
    }

    @Override
    public Optional<StoredToken> load(String account) {
        return database.call(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT version, sealed FROM outlook_mailbox_token WHERE account = ?")) {
                select.setString(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(open(account, row.getLong(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }

    /** @throws IllegalArgumentException if the account is longer than 255 characters */
    @Override
    public boolean save(String account, StoredToken next, long expectedVersion) {
        if (account.length() > LONGEST_ACCOUNT) {
            throw new IllegalArgumentException("An account key has at most " + LONGEST_ACCOUNT + " characters.");
        }
        String sealed = Base64.getEncoder()
                .encodeToString(seal.seal(StoredTokenText.print(next).getBytes(UTF_8), account));
        return database.call(connection -> expectedVersion == 0
                ? insert(connection, account, sealed)
                : update(connection, account, sealed, expectedVersion));
    }

    @Override
    public void delete(String account) {
        database.call(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM outlook_mailbox_token WHERE account = ?")) {
                delete.setString(1, account);
                return delete.executeUpdate();
            }
        });
    }

    private static boolean insert(Connection connection, String account, String sealed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outlook_mailbox_token (account, version, sealed) VALUES (?, 1, ?)")) {
            insert.setString(1, account);
            insert.setString(2, sealed);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (!Database.isDuplicate(e)) {
                throw e;
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return false;
        }
    }

    private static boolean update(Connection connection, String account, String sealed, long expectedVersion)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outlook_mailbox_token"
                        + " SET sealed = ?, version = version + 1, updated_at = CURRENT_TIMESTAMP WHERE account = ? AND version = ?")) {
            update.setString(1, sealed);
            update.setString(2, account);
            update.setLong(3, expectedVersion);
            return update.executeUpdate() == 1;
        }
    }

    private StoredToken open(String account, long version, String sealed) {
        byte[] plain = seal.open(decode(sealed), account).orElseThrow(Database::unreadable);
        return StoredTokenText.parse(new String(plain, UTF_8), version);
    }

    private static byte[] decode(String sealed) {
        try {
            return Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw Database.unreadable();
        }
    }
}
