package io.amphora.order.core;

import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Ids for rows that are written past the entities, from the same sequences. */
final class Sequences {
    /** Step of every sequence, as in the migrations. */
    private static final int STEP = 500;

    private Sequences() {
    }

    /** So many ids; each call to the database gives the {@value #STEP} up to its value. */
    static long[] next(EntityManager em, String sequence, int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i += STEP) {
            long last = ((Number) Sql.of(derby(em) ? "values next value for " + sequence : "select nextval('" + sequence + "')").values(em).get(0)).longValue();
            for (int k = 0; k < STEP && i + k < count; k++) {
                ids[i + k] = last - STEP + 1 + k;
            }
        }
        return ids;
    }

    /** The one place where the two databases differ here. */
    static boolean derby(EntityManager em) {
        try {
            return em.unwrap(Connection.class).getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT).contains("derby");
        } catch (SQLException e) {
            throw new jakarta.persistence.PersistenceException(e);
        }
    }
}
