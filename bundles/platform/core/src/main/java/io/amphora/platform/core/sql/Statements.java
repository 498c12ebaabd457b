package io.amphora.platform.core.sql;

import io.amphora.platform.api.Tx;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One statement at a time on the connection of the running transaction (or of one of its own). */
public final class Statements {
    private static final int ATTEMPTS = 5;

    private final Connection connection;

    private Statements(Connection connection) {
        this.connection = connection;
    }

    /** What happens inside the transaction. */
    @FunctionalInterface
    public interface Work<R> {
        R in(Statements sql) throws SQLException;
    }

    /** Sets the parameters of one row. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** Makes an object of one row. */
    @FunctionalInterface
    public interface Mapper<R> {
        R map(ResultSet row) throws SQLException;
    }

    /** Tried again when somebody was faster. */
    public static <R> R call(Tx tx, Work<R> work) {
        return tx.callWithRetry(ATTEMPTS, em -> {
            try {
                return work.in(new Statements(em.unwrap(Connection.class)));
            } catch (SQLException e) {
                throw new PersistenceException(e.getMessage(), e);
            }
        });
    }

    public int update(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, parameters);
            return prepared.executeUpdate();
        }
    }

    public <T> void batch(String statement, List<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (T row : rows) {
                binder.bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    /** @param max how many rows at most; 0 for all */
    public <R> List<R> query(int max, Mapper<R> mapper, String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(max == 0 ? statement : statement + " fetch first " + max + " rows only")) {
            set(prepared, parameters);
            List<R> found = new ArrayList<>();
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.map(rows));
                }
            }
            return found;
        }
    }

    /** The next value of a sequence. */
    public long nextOf(String sequence) throws SQLException {
        boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
        return query(0, row -> row.getLong(1), derby ? "values next value for " + sequence : "select nextval('" + sequence + "')").get(0);
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? timestamp(instant) : value);
        }
    }

    /** As the converter of the entities does it: UTC, in a column that knows no zone. */
    public static Timestamp timestamp(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
