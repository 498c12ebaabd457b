package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.SalesFacts;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums over order lines, made by the database. */
@Component(service = SalesFacts.class)
public final class SalesFactsService implements SalesFacts {
    private static final String READ = "report.read";
    private static final int MOST_DIMENSIONS = 3;
    /** Without drafts (never placed), cancelled and rejected lines; history counts as it was. */
    private static final String SOLD = " from orders o, order_line l where l.order_id = o.id and o.placed_at is not null and (o.historic = ? or l.line_status not in ('DRAFT', 'REJECTED', 'CANCELLED'))";

    private final Tx tx;

    @Activate
    public SalesFactsService(@Reference(target = "(domain=order)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public List<Sum> sums(Actor actor, List<Dimension> by, Filter filter, int limit) {
        actor.require(READ);
        if (by.isEmpty() || by.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("one to three dimensions, not " + by);
        }
        return tx.call(em -> statement(em, by, filter, limit).rows(em)).stream().map(row -> sum(by, row)).toList();
    }

    private static Sql statement(EntityManager em, List<Dimension> by, Filter filter, int limit) {
        boolean derby = Sequences.derby(em);
        List<String> inner = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            inner.add(expression(by.get(i), derby) + " as k" + i);
            keys.add("f.k" + i);
        }
        String key = String.join(", ", keys);
        Sql sql = Sql.of("select " + key + ", " + label(by) + ", sum(f.quantity), sum(f.amount), count(distinct f.order_id), count(*) from (select " + String.join(", ", inner)
                + ", o.customer_name, l.product_name, l.quantity, l.amount, l.order_id" + SOLD, true);
        where(sql, filter).add(") f group by " + key);
        return limit > 0 ? sql.add(" order by " + (by.size() + 3) + " desc").first(limit) : sql.add(" order by " + key);
    }

    private static Sql where(Sql sql, Filter f) {
        // the placed key has the index, the moment itself has none
        return sql.addIf(f.from() == null ? null : PlacedKey.from(f.from()), " and o.placed_key >= ?").addIf(f.to() == null ? null : PlacedKey.from(f.to()), " and o.placed_key < ?")
                .addIf(f.sku(), " and l.sku = ?").addIf(f.customerId(), " and o.customer_id = ?").addIf(f.country(), " and o.country = ?").addIf(f.channel(), " and o.channel = ?")
                .addIf(f.currency(), " and o.currency = ?");
    }

    private static String expression(Dimension by, boolean derby) {
        return switch (by) {
            case MONTH -> derby ? "year(o.placed_at) * 100 + month(o.placed_at)" : "cast(extract(year from o.placed_at) * 100 + extract(month from o.placed_at) as integer)";
            case DAY -> "cast(o.placed_at as date)";
            case SKU -> "l.sku";
            case CUSTOMER -> "o.customer_id";
            case COUNTRY -> "o.country";
            case CHANNEL -> "o.channel";
            case CURRENCY -> "o.currency";
        };
    }

    private static String label(List<Dimension> by) {
        Dimension last = by.stream().filter(d -> d == Dimension.SKU || d == Dimension.CUSTOMER).reduce((a, b) -> b).orElse(null);
        return last == null ? "max(f.order_id)" : last == Dimension.SKU ? "max(f.product_name)" : "max(f.customer_name)";
    }

    private static Sum sum(List<Dimension> by, Object[] row) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            keys.add(key(by.get(i), row[i]));
        }
        int n = by.size();
        return new Sum(keys, row[n] instanceof String label ? label : null, Numbers.quantity((BigDecimal) row[n + 1]), Numbers.quantity((BigDecimal) row[n + 2]), OrderRows.number(row[n + 3]), OrderRows.number(row[n + 4]));
    }

    private static String key(Dimension by, Object value) {
        if (value == null) {
            return "";
        }
        if (by == Dimension.MONTH) {
            long month = OrderRows.number(value);
            return String.format("%04d-%02d", month / 100, month % 100);
        }
        return value.toString();
    }
}
