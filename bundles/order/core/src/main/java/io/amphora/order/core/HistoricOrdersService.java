package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the past over in batches, past the entities: tens of thousands of lines a second. */
@Component(service = HistoricOrders.class)
public final class HistoricOrdersService implements HistoricOrders {
    static final String IMPORT = "transfer.import";
    private static final int UNDO_STEP = 200;

    /** What is there under a number. */
    private record Known(long id, long run) {
    }

    private final Tx tx;
    private final Outbox outbox;

    @Activate
    public HistoricOrdersService(@Reference(target = "(domain=order)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    @Override
    public Set<String> save(Actor by, long run, List<HistoricOrder> orders) {
        by.require(IMPORT);
        HistoryCheck.of(orders);
        return orders.isEmpty() ? Set.of() : tx.callWithRetry(em -> save(em, by, run, orders));
    }

    private Set<String> save(EntityManager em, Actor by, long run, List<HistoricOrder> orders) {
        Set<String> leftAlone = new HashSet<>();
        HistoricRows rows = new HistoricRows(em, by, run, OrderStore.now());
        bySource(orders).forEach((source, numbers) -> {
            Map<String, Known> known = known(em, source, numbers.keySet());
            numbers.forEach((number, parts) -> {
                Known there = known.get(number);
                if (there == null) {
                    rows.add(parts);
                } else if (there.run() == run) {
                    rows.append(there.id(), parts);
                } else {
                    leftAlone.add(number);
                }
            });
        });
        rows.write();
        outbox.add("order.imported", Long.toString(run), "{\"by\":" + Texts.json(by.name()) + ",\"orders\":" + orders.size() + "}");
        return leftAlone;
    }

    private static Map<String, Map<String, List<HistoricOrder>>> bySource(List<HistoricOrder> orders) {
        return orders.stream().collect(Collectors.groupingBy(HistoricOrder::source, LinkedHashMap::new, Collectors.groupingBy(HistoricOrder::number, LinkedHashMap::new, Collectors.toList())));
    }

    private static Map<String, Known> known(EntityManager em, String source, Collection<String> numbers) {
        Map<String, Known> known = new HashMap<>();
        List<String> all = List.copyOf(numbers);
        for (int i = 0; i < all.size(); i += Sql.MAX_IN) {
            List<String> lower = all.subList(i, Math.min(all.size(), i + Sql.MAX_IN)).stream().map(HistoricRows::lower).toList();
            for (Object[] row : Sql.of("select o.order_number, o.id, o.import_run from orders o where").in(" o.number_lower in", lower).add(" and o.import_source = ?", source).rows(em)) {
                known.put((String) row[0], new Known(OrderRows.number(row[1]), row[2] == null ? Long.MIN_VALUE : OrderRows.number(row[2])));
            }
        }
        return known;
    }

    @Override
    public Set<String> existing(String source, Collection<String> numbers, long run) {
        return tx.call(em -> {
            Map<String, Known> known = known(em, source, numbers);
            return numbers.stream().filter(n -> known.containsKey(n) && known.get(n).run() != run).collect(Collectors.toSet());
        });
    }

    @Override
    public int undo(Actor by, long run) {
        by.require(IMPORT);
        int all = 0;
        for (int step = undoStep(run); step > 0; step = undoStep(run)) {
            all += step;
        }
        int undone = all;
        tx.call(em -> {
            outbox.add("order.import-undone", Long.toString(run), "{\"by\":" + Texts.json(by.name()) + ",\"orders\":" + undone + "}");
            return null;
        });
        return all;
    }

    private int undoStep(long run) {
        return tx.callWithRetry(em -> {
            List<Number> ids = Sql.of("select o.id from orders o where o.import_run = ?", run).first(UNDO_STEP).values(em);
            // one by one: for a list of keys Derby reads the whole table
            List<Object[]> keys = ids.stream().map(id -> new Object[] {id.longValue()}).toList();
            Sql.batch(em, "delete from order_timeline where order_id = ?", keys);
            Sql.batch(em, "delete from order_line where order_id = ?", keys);
            Sql.batch(em, "delete from orders where id = ?", keys);
            return ids.size();
        });
    }
}
