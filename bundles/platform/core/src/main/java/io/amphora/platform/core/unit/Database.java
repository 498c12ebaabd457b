package io.amphora.platform.core.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** The databases that Amphora runs on. */
public enum Database {
    DERBY("derby", "Derby"),
    POSTGRESQL("postgresql", "PostgreSQL");

    private final String id;
    private final String platform;

    Database(String id, String platform) {
        this.id = id;
        this.platform = platform;
    }

    /** @throws DatabaseUnreachable if it does not answer */
    public static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
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
