package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.SalesFacts;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sums by reading the lines once and adding up here: Derby groups by sorting all rows, which takes several times as long, and counting
 * different orders would sort them again.
 */
@Component
public final class SalesFactsService implements SalesFacts {
    private static final String READ = "report.read";
    private static final int FETCH = 5_000;

    private final Tx tx;

    @Activate
    public SalesFactsService(@Reference(target = "(domain=order)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Sum> sums(Actor actor, List<Dimension> by, Filter filter, int limit) {
        actor.require(READ);
        if (by.isEmpty() || by.size() > 3) {
            throw new IllegalArgumentException("one to three dimensions, not " + by);
        }
        return tx.call(em -> read(em, new SalesSums(by), filter)).result(limit);
    }

    private static SalesSums read(EntityManager em, SalesSums sums, Filter filter) {
        List<Object> values = new ArrayList<>();
        String sql = statement(sums, filter, values);
        try (PreparedStatement s = em.unwrap(Connection.class).prepareStatement(sql)) {
            s.setFetchSize(FETCH);
            for (int i = 0; i < values.size(); i++) {
                s.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    sums.add(rows);
                }
            }
            return sums;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** @param values the parameters, filled in here */
    private static String statement(SalesSums sums, Filter f, List<Object> values) {
        StringBuilder sql = new StringBuilder("select o.id, o.placed_key, l.quantity, coalesce(l.payable - coalesce(l.tax, 0), l.amount)").append(sums.columns())
                .append(" from orders o join order_line l on l.order_id = o.id where o.placed_at is not null and (o.historic = true or l.line_status not in ('DRAFT', 'CANCELLED', 'REJECTED'))");
        OrderWalks.Range range = OrderWalks.Range.ALL.within(f.from(), f.to());
        add(sql, values, range.above() == Long.MIN_VALUE ? null : range.above(), " and o.placed_key > ?");
        add(sql, values, range.below() == Long.MAX_VALUE ? null : range.below(), " and o.placed_key < ?");
        add(sql, values, f.sku(), " and l.sku = ?");
        add(sql, values, f.customerId(), " and o.customer_id = ?");
        add(sql, values, f.country() == null || f.country().isEmpty() ? null : f.country(), " and o.country = ?");
        sql.append(f.country() != null && f.country().isEmpty() ? " and o.country is null" : "");
        add(sql, values, f.channel(), " and o.channel = ?");
        add(sql, values, f.currency(), " and o.currency = ?");
        return sql.toString();
    }

    private static void add(StringBuilder sql, List<Object> values, Object value, String condition) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
