package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.SearchText;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looking at orders. */
@Component
public final class OrderQueriesService implements OrderQueries {
    private final Tx tx;
    private final OrderStore store;
    private final Turnovers turnovers;

    @Activate
    public OrderQueriesService(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store) {
        this.tx = tx;
        this.store = store;
        turnovers = new Turnovers(tx);
    }

    @Override
    public Order find(Actor by, long id) {
        by.require(READ);
        return tx.call(em -> store.whole(em, store.require(em, id)));
    }

    @Override
    public boolean hadHand(Actor by, Order order) {
        by.require(READ);
        return by.name().equals(order.createdBy()) || tx.call(em -> FourEyes.own(em, by.name(), store.require(em, order.id())));
    }

    @Override
    public Optional<Order> findByNumber(Actor by, String number) {
        by.require(READ);
        String key = SearchText.key(number, 60);
        return tx.call(em -> {
            List<Object[]> same = Sql.of("select o.id, o.order_number" + OrderWalks.from("orders_by_number") + "o.number_lower = ? order by o.placed_key desc", key).first(100).rows(em);
            return same.stream().filter(r -> r[1].equals(number)).findFirst().or(() -> same.stream().findFirst())
                    .map(r -> store.whole(em, store.require(em, OrderRows.number(r[0]))));
        });
    }

    @Override
    public Page<OrderRow> list(Actor by, OrderFilter filter, PageRequest page) {
        by.require(READ);
        return tx.call(em -> OrderLists.page(em, filter, page));
    }

    @Override
    public List<String> channels(Actor by) {
        by.require(READ);
        return tx.call(OrderLists::channels);
    }

    @Override
    public List<OrderRow> rows(Actor by, Collection<Long> ids) {
        by.require(READ);
        return tx.call(em -> OrderLists.withIds(em, ids));
    }

    @Override
    public List<OrderRow> toPick(Actor by, OrderFilter filter, Integer minPriority, int skip, int limit) {
        by.require(READ);
        return tx.call(em -> OrderLists.toPick(em, filter, minPriority, skip, limit));
    }

    @Override
    public int count(Actor by, OrderFilter filter, int limit) {
        by.require(READ);
        return tx.call(em -> OrderLists.count(em, filter, limit));
    }

    @Override
    public Map<OrderStatus, Integer> counts(Actor by, Set<OrderStatus> statuses, int limit) {
        by.require(READ);
        return tx.call(em -> {
            Map<OrderStatus, Integer> counts = new EnumMap<>(OrderStatus.class);
            statuses.forEach(s -> counts.put(s, OrderLists.count(em, s, limit)));
            return counts;
        });
    }

    @Override
    public Map<Long, Integer> openByLocation(Collection<Long> locationIds, int limit) {
        return tx.call(em -> {
            Map<Long, Integer> open = new LinkedHashMap<>();
            locationIds.forEach(id -> open.put(id, OrderLists.open(em, id, limit)));
            return open;
        });
    }

    @Override
    public List<Turnover> turnover(Actor by, Instant from, Instant to) {
        by.require(READ);
        return turnovers.between(from, to);
    }

    @Override
    public List<OrderRow> withReference(Actor by, long customerId, String reference) {
        by.require(READ);
        return reference == null || reference.isBlank() ? List.of() : tx.call(em -> OrderLists.withReference(em, customerId, reference.strip()));
    }

    @Override
    public Page<TimelineEntry> timeline(Actor by, long orderId, PageRequest page) {
        by.require(READ);
        return tx.call(em -> Timelines.page(em, orderId, page));
    }

    @Override
    public Long[] neighbours(Actor by, OrderFilter filter, long id) {
        by.require(READ);
        return tx.call(em -> OrderLists.neighbours(em, filter, key(em, id)));
    }

    private static long key(EntityManager em, long id) {
        List<Number> key = Sql.of("select o.placed_key from orders o where o.id = ?", id).values(em);
        return key.stream().findFirst().orElseThrow(() -> new AmphoraException.NotFound("order", id)).longValue();
    }
}
