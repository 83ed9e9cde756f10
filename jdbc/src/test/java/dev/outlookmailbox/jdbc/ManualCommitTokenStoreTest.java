package dev.outlookmailbox.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A data source whose connections do not commit by themselves, as some hosts configure their pools. */
class ManualCommitTokenStoreTest extends H2TokenStoreTest {

    @Override
    DataSource freshDatabase() {
        JdbcConnectionPool pool = (JdbcConnectionPool) super.freshDatabase();
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> manual(pool));
    }

    private static java.sql.Connection manual(JdbcConnectionPool pool) throws SQLException {
        java.sql.Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
