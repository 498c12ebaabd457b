package io.amphora.platform.test;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.amphora.platform.core.unit.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The database servers of this JVM: Derby in its memory, one PostgreSQL beside it, started when first needed, stopped by a shutdown hook. */
final class Servers {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final int CONNECTIONS = 10;

    static {
        System.setProperty("derby.stream.error.file", "target/derby.log");
    }

    private Servers() {
    }

    /** An empty database of its own behind a pool as in the product. Closing it gives the database away. */
    static HikariDataSource fresh(Database database) {
        String name = "test" + DATABASES.incrementAndGet();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database == Database.DERBY ? "jdbc:derby:memory:" + name + ";create=true" : postgres(name));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static String postgres(String name) {
        try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.SERVER.getJdbcUrl("postgres", name);
    }

    /** Frees the memory of a Derby database; Derby says so by an exception. */
    static void drop(String url) {
        if (url.startsWith("jdbc:derby:memory:")) {
            try {
                DriverManager.getConnection(url.replace(";create=true", ";drop=true")).close();
            } catch (SQLException e) {
                if (!"08006".equals(e.getSQLState())) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // the data is thrown away: no need to wait for the disk
                return EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
