package io.amphora.order.core.bulk;

import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Numbers of runs. There are few: each takes a step of the sequence. */
final class Ids {
    long next(EntityManager em) {
        return BulkStore.number(Sql.of(derby(em) ? "values next value for s_order_bulk" : "select nextval('s_order_bulk')").values(em).get(0));
    }

    private static boolean derby(EntityManager em) {
        try {
            return em.unwrap(Connection.class).getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT).contains("derby");
        } catch (SQLException e) {
            throw new jakarta.persistence.PersistenceException(e);
        }
    }
}
