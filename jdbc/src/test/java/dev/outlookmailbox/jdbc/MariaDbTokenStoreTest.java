package dev.outlookmailbox.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mariadb.jdbc.MariaDbDataSource;

/** Runs with {@code -Doutlook.mariadb=jdbc:mariadb://127.0.0.1:3306/?user=..&password=..}, a server whose databases may be made anew. */
@EnabledIfSystemProperty(
        named = "outlook.mariadb",
        matches = "jdbc:.+",
        disabledReason = "no MariaDB or MySQL named by -Doutlook.mariadb")
class MariaDbTokenStoreTest extends JdbcTokenStoreContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() throws SQLException {
        String url = System.getProperty("outlook.mariadb", "");
        String name = "outlook_mailbox_tokens" + DATABASES.incrementAndGet();
        try (Connection connection = new MariaDbDataSource(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        return new MariaDbDataSource(url.replaceFirst("/\\?", "/" + name + "?"));
    }
}
