package dev.outlookmailbox.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that differ in how a table is made; reading and writing is the same SQL for all. */
enum Dialect {
    POSTGRESQL,
    MYSQL,
    H2;

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.contains("mysql") || product.contains("mariadb")) {
            return MYSQL;
        }
        return product.contains("h2") ? H2 : POSTGRESQL;
    }

    /** The shipped script that makes the table, one statement. */
    String schema(String table) {
        String name = table + "-" + name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream script = Dialect.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("The script " + name + " is missing from the jar.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
