/** Stores of outlook-mailbox on any {@link javax.sql.DataSource}. */
module dev.outlookmailbox.jdbc {
    requires transitive dev.outlookmailbox.core;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.outlookmailbox.jdbc;
}
