package io.amphora.bench.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a table as the application wrote it: the floor writes the same columns, with only ids and numbers of its own. */
final class Template {
    private final String table;
    private final Map<String, Object> row = new LinkedHashMap<>();

    private Template(String table) {
        this.table = table;
    }

    /** @param keyColumn and key: which row is read */
    static Template of(Connection c, String table, String keyColumn, Object key) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("select * from " + table + " where " + keyColumn + " = ?")) {
            s.setObject(1, key);
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) {
                    throw new SQLException("no row in " + table + " with " + keyColumn + " " + key);
                }
                Template t = new Template(table);
                ResultSetMetaData meta = r.getMetaData();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    t.row.put(meta.getColumnName(i).toLowerCase(java.util.Locale.ROOT), r.getObject(i));
                }
                return t;
            }
        }
    }

    /** A row that is gone as soon as it is delivered, made by hand. */
    static Template by(String table, Map<String, Object> row) {
        Template t = new Template(table);
        t.row.putAll(row);
        return t;
    }

    long number(String column) {
        return ((Number) row.get(column)).longValue();
    }

    PreparedStatement insert(Connection c) throws SQLException {
        List<String> marks = new ArrayList<>();
        row.keySet().forEach(k -> marks.add("?"));
        return c.prepareStatement("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + String.join(", ", marks) + ")");
    }

    void set(PreparedStatement s, Map<String, Object> own) throws SQLException {
        int i = 1;
        for (Map.Entry<String, Object> e : row.entrySet()) {
            s.setObject(i++, own.getOrDefault(e.getKey(), e.getValue()));
        }
    }
}
