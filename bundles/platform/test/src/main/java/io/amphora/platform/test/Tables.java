package io.amphora.platform.test;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Empties tables in an order that their foreign keys allow. */
final class Tables {
    private Tables() {
    }

    static void clear(Connection connection) throws SQLException {
        List<String> left = names(connection);
        while (!left.isEmpty()) {
            List<String> refused = new ArrayList<>();
            SQLException last = null;
            for (String table : left) {
                last = delete(connection, table);
                if (last != null) {
                    refused.add(table);
                }
            }
            if (refused.size() == left.size()) {
                throw new SQLException("cannot empty " + refused, last);
            }
            left = refused;
        }
    }

    private static SQLException delete(Connection connection, String table) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table);
            return null;
        } catch (SQLException e) {
            connection.rollback(before);
            return e;
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        boolean derby = data.getDatabaseProductName().contains("Derby");
        List<String> names = new ArrayList<>();
        try (ResultSet tables = data.getTables(null, derby ? "APP" : "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!name.toLowerCase(Locale.ROOT).startsWith("flyway_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
