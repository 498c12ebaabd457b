package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.HistoricOrder;
import io.amphora.order.api.HistoricOrders;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import io.amphora.platform.api.Usage;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

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
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Usage> usages = List.of();

    @Activate
    public HistoricOrdersService(@Reference(target = "(domain=order)") Tx tx, @Reference Outbox outbox) {
        this.tx = tx;
        this.outbox = outbox;
    }

    HistoricOrdersService(Tx tx, Outbox outbox, List<Usage> usages) {
        this(tx, outbox);
        this.usages = usages;
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
    public Undone takeBack(Actor by, long run) {
        by.require(IMPORT);
        int deleted = 0;
        Map<String, List<String>> stay = new TreeMap<>();
        for (UndoStep step = undoStep(run, Long.MIN_VALUE); step.last() != null; step = undoStep(run, step.last())) {
            deleted += step.deleted();
            step.stay().forEach((who, numbers) -> stay.computeIfAbsent(who, w -> new ArrayList<>()).addAll(numbers));
        }
        int undone = deleted;
        tx.call(em -> {
            outbox.add("order.import-undone", Long.toString(run), "{\"by\":" + Texts.json(by.name()) + ",\"orders\":" + undone + "}");
            return null;
        });
        return new Undone(deleted, stay);
    }

    /** @param last id that was looked at, null if there was none */
    private record UndoStep(Long last, int deleted, Map<String, List<String>> stay) {
    }

    private UndoStep undoStep(long run, long after) {
        return tx.callWithRetry(em -> {
            List<Object[]> rows = Sql.of("select o.id, o.order_number from orders o where o.import_run = ? and o.id > ? order by o.id", run, after).first(UNDO_STEP).rows(em);
            Map<Long, String> numbers = new LinkedHashMap<>();
            rows.forEach(r -> numbers.put(OrderRows.number(r[0]), (String) r[1]));
            Long last = rows.isEmpty() ? null : OrderRows.number(rows.get(rows.size() - 1)[0]);
            Map<String, List<String>> stay = named(numbers);
            // one by one: for a list of keys Derby reads the whole table
            List<Object[]> keys = numbers.keySet().stream().map(id -> new Object[] {id}).toList();
            Sql.batch(em, "delete from order_timeline where order_id = ?", keys);
            Sql.batch(em, "delete from order_line where order_id = ?", keys);
            Sql.batch(em, "delete from orders where id = ?", keys);
            return new UndoStep(last, keys.size(), stay);
        });
    }

    /** @param numbers those that something names go out of it */
    private Map<String, List<String>> named(Map<Long, String> numbers) {
        Map<String, List<String>> stay = new TreeMap<>();
        for (Usage usage : usages) {
            if (!numbers.isEmpty()) {
                usage.used(Usage.ORDER, numbers.keySet().stream().map(String::valueOf).toList())
                        .forEach(id -> stay.computeIfAbsent(usage.name(), n -> new ArrayList<>()).add(numbers.remove(Long.valueOf(id))));
            }
        }
        return stay;
    }
}
