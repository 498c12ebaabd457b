package io.amphora.platform.api;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A statement put together with its parameters, for what JPQL has no words for: lists that walk an index, and batches. Runs in the
 * transaction of the EntityManager. Not thread-safe; use one per statement.
 */
public final class Sql {
    /** The most values in one list; split more. */
    public static final int MAX_IN = 256;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private boolean waits = true;

    private Sql() {
    }

    /** @param values for the question marks in {@code text} */
    public static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    public Sql add(String part, Object... values) {
        text.append(part);
        for (Object value : values) {
            parameters.add(plain(value));
        }
        return this;
    }

    /** Adds the part only if there is a value for it. */
    public Sql addIf(Object value, String part) {
        return value == null ? this : add(part, value);
    }

    /**
     * Adds {@code part (?, ?, …)}. The list is filled up with its last value to one of a few lengths, so that databases compile few statements.
     *
     * @param values 1 to {@link #MAX_IN}
     */
    public Sql in(String part, Collection<?> values) {
        int size = 1;
        while (size < values.size()) {
            size *= 4;
        }
        if (values.isEmpty() || size > MAX_IN) {
            throw new IllegalArgumentException(values.size() + " values");
        }
        text.append(part).append(" (").append(String.join(",", Collections.nCopies(size, "?"))).append(')');
        Object last = null;
        for (Object value : values) {
            last = plain(value);
            parameters.add(last);
        }
        parameters.addAll(Collections.nCopies(size - values.size(), last));
        return this;
    }

    /**
     * Right behind the table in the from clause: walk this index. Derby plans without regard to how many rows are wanted, and would
     * sort a whole table for one page; PostgreSQL sees a comment.
     */
    public Sql walking(String index) {
        text.append(" --DERBY-PROPERTIES index=").append(index.toUpperCase(Locale.ROOT)).append('\n');
        return this;
    }

    /** Ends the statement: so many rows at most. */
    public Sql first(int rows) {
        text.append(" fetch first ").append(rows).append(" rows only");
        return this;
    }

    /**
     * Never waits for rows that others are writing. PostgreSQL never does, and reads what is committed; Derby would, and reads what they have written so far instead, which they
     * may still take back. For hints to people, not for anything that is counted on.
     */
    public Sql withoutWaiting() {
        waits = false;
        return this;
    }

    /** @return the rows as entities; one that is in the persistence context already comes as it is there */
    @SuppressWarnings("unchecked")
    public <T> List<T> entities(EntityManager em, Class<T> type) {
        // no read-only hint: EclipseLink would answer on another connection, outside the transaction
        return bind(em.createNativeQuery(text(em), type)).getResultList();
    }

    /** @return an array per row; for statements with two columns or more */
    @SuppressWarnings("unchecked")
    public List<Object[]> rows(EntityManager em) {
        return bind(em.createNativeQuery(text(em))).getResultList();
    }

    /**
     * As {@link #rows}, past EclipseLink and so at half of the cost: for reading on the way of every order. What is not flushed yet is not seen by it.
     *
     * @return an array per row, with the values as JDBC gives them
     */
    public List<Object[]> plainRows(EntityManager em) {
        try (PreparedStatement s = em.unwrap(Connection.class).prepareStatement(text(em))) {
            set(s, parameters.toArray());
            try (ResultSet r = s.executeQuery()) {
                int columns = r.getMetaData().getColumnCount();
                List<Object[]> rows = new ArrayList<>();
                while (r.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = r.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** @return the values of the only column */
    @SuppressWarnings("unchecked")
    public <T> List<T> values(EntityManager em) {
        return bind(em.createNativeQuery(text(em))).getResultList();
    }

    /** @return how many rows it changed */
    public int update(EntityManager em) {
        return bind(em.createNativeQuery(text.toString())).executeUpdate();
    }

    private String text(EntityManager em) {
        boolean dirty = !waits && "Derby".equals(em.getEntityManagerFactory().getProperties().get("eclipselink.target-database"));
        return dirty ? text + " with ur" : text.toString();
    }

    private Query bind(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    /**
     * Runs one statement for many rows of parameters in one round trip. What is not flushed yet is not seen by it.
     *
     * @return how many rows each of them changed
     */
    public static int[] batch(EntityManager em, String sql, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement s = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(s, row);
                s.addBatch();
            }
            return s.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void set(PreparedStatement s, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = plain(values[i]);
            s.setObject(i + 1, value instanceof LocalDateTime t ? Timestamp.valueOf(t) : value);
        }
    }

    /** Instants are kept as UTC; enumerations by their name. */
    private static Object plain(Object value) {
        return value instanceof Instant i ? LocalDateTime.ofInstant(i, ZoneOffset.UTC) : value instanceof Enum<?> e ? e.name() : value;
    }
}
