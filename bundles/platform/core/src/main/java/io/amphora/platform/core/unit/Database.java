package io.amphora.platform.core.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import javax.sql.DataSource;

/** The databases that Amphora runs on. */
public enum Database {
    DERBY("derby", "Derby"),
    POSTGRESQL("postgresql", "PostgreSQL");

    private static final int VALIDATION_SECONDS = 5;

    private final String id;
    private final String platform;

    Database(String id, String platform) {
        this.id = id;
        this.platform = platform;
    }

    /** @throws DatabaseUnreachable if it does not answer */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            // a pool may hand out a connection that died a moment ago
            if (!connection.isValid(VALIDATION_SECONDS)) {
                throw new SQLException("the connection is dead", "08006");
            }
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.toLowerCase(Locale.ROOT).contains("derby")) {
                return DERBY;
            }
            // whatever speaks PostgreSQL's protocol calls itself so
            return POSTGRESQL;
        } catch (SQLException e) {
            throw new DatabaseUnreachable(e);
        }
    }

    /** @throws DatabaseUnreachable if that is what the failure comes from */
    static void throwIfUnreachable(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && isUnreachable(sql)) {
                throw new DatabaseUnreachable(sql);
            }
        }
    }

    /** No connection (class 08), or the server is going down or coming up (57P0x). */
    private static boolean isUnreachable(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException || state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    /** Names folders of scripts: {@code db/<domain>-<id>}. */
    public String id() {
        return id;
    }

    /** EclipseLink's name for it. */
    String platform() {
        return platform;
    }

    /** The database gives no connection: nobody's fault among the contributions, try again later. */
    public static final class DatabaseUnreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseUnreachable(SQLException e) {
            super(e.getMessage(), e);
        }
    }
}
