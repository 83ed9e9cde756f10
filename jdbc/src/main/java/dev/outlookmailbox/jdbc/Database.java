package dev.outlookmailbox.jdbc;

import dev.outlookmailbox.core.error.Actor;
import dev.outlookmailbox.core.error.Diagnosis;
import dev.outlookmailbox.core.error.Layer;
import dev.outlookmailbox.core.error.OutlookException;
import dev.outlookmailbox.core.error.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Runs one piece of work in one committed transaction of its own, and says what to do where the database fails. Thread-safe. */
final class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T call(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return inTransaction(connection, work);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void createTable(String script, String table) {
        call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(Dialect.of(connection).schema(script));
            } catch (SQLException e) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                requireTable(connection, table, e);
                return false;
            }
        });
    }

    static boolean isDuplicate(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    static OutlookException unreadable() {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.OTHER,
                        Actor.OPERATOR,
                        false,
                        "A stored token does not open with the given key: the key is another one, or the row was changed. Give the key that"
                                + " sealed it (also as a previous key), or delete the row and have the user sign in again."));
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        if (connection.getAutoCommit()) {
            return work.with(connection);
        }
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Two nodes that make a table at once can collide in the catalogue although both say IF NOT EXISTS. */
    private static void requireTable(Connection connection, String table, SQLException original) throws SQLException {
        try (PreparedStatement probe = connection.prepareStatement("SELECT 1 FROM " + table + " WHERE 1 = 0")) {
            probe.executeQuery().close();
        } catch (SQLException absent) {
            original.addSuppressed(absent);
            throw original;
        }
    }

    private static OutlookException failed(SQLException e) {
        return OutlookException.of(
                Layer.OAUTH,
                Diagnosis.of(
                        Reason.NETWORK,
                        Actor.OPERATOR,
                        true,
                        "The database that keeps the refresh tokens failed (SQLState " + e.getSQLState()
                                + "). Check the data source, and that createTables() has been called or the script been run."),
                null,
                e);
    }
}
