package dev.outlookmailbox.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class H2TokenStoreTest extends JdbcTokenStoreContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() {
        String url = "jdbc:h2:mem:tokens" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        return JdbcConnectionPool.create(url, "host", "");
    }
}
