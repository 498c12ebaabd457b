package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.inventory.api.Reservations;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives free stock to lines that wait: order by order, each in a transaction of its own, by priority and then by age. Nobody is passed over: whoever is next and finds
 * too little gets what there is. Claims are made by inventory's conditional updates, so that several nodes at once never give more than there is.
 */
@Component(service = {AllocateBackorders.class, EventListener.class})
public final class AllocateBackorders implements EventListener {
    static final Actor BY = Actor.system("backorders");
    private static final Logger LOG = LoggerFactory.getLogger(AllocateBackorders.class);
    private static final int SKUS = 1000;
    private static final List<String> TOPICS = Stream.of("stock.changed stock.imported order.cancelled order.rejected order.amended".split(" ")).toList();

    private final Tx tx;
    private final OrderStore store;
    private final StockOfLines stock;

    @Activate
    public AllocateBackorders(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference StockOfLines stock) {
        this.tx = tx;
        this.store = store;
        this.stock = stock;
    }

    @Override
    public String id() {
        return "order-backorders";
    }

    @Override
    public List<String> topics() {
        return TOPICS;
    }

    @Override
    public void on(List<Event> events) {
        boolean named = events.stream().allMatch(e -> e.topic().equals("stock.changed"));
        Set<String> keys = events.stream().map(Event::key).collect(Collectors.toSet());
        // the name of a kit is not that of what it takes
        wanted().stream().filter(w -> !named || (Boolean) w[1] || keys.contains((String) w[0])).forEach(w -> allocate(BY, (String) w[0]));
    }

    /** Whatever may have become free unheard. @return how many lines got some */
    int sweep() {
        return wanted().stream().mapToInt(w -> allocate(BY, (String) w[0])).sum();
    }

    /** SKU, and whether it is a kit. */
    private List<Object[]> wanted() {
        return tx.call(em -> Sql.of("select distinct b.sku, b.kit from order_backorder b").first(SKUS).rows(em));
    }

    /** @return how many lines got some */
    int allocate(Actor by, String sku) {
        int count = 0;
        while (true) {
            List<Object[]> next = tx.call(em -> Sql.of("select b.order_id, b.line_id from order_backorder b where b.sku = ? order by b.priority desc, b.placed_key, b.line_id", sku).first(1).rows(em));
            if (next.isEmpty() || !one(by, OrderRows.number(next.get(0)[0]), OrderRows.number(next.get(0)[1]))) {
                return count;
            }
            count++;
        }
    }

    /** @return whether there was some left for it, or it does not wait any more */
    private boolean one(Actor by, long orderId, long lineId) {
        try {
            return tx.callWithRetry(em -> {
                OrderEntity order = store.find(em, orderId).map(o -> store.require(em, orderId, o.version())).orElse(null);
                OrderLineEntity line = order == null ? null : order.lines().stream().filter(l -> l.id() == lineId && l.backordered()).findFirst().orElse(null);
                if (line == null) {
                    Sql.of("delete from order_backorder where line_id = ?", lineId).update(em);
                    return true;
                }
                Instant now = OrderStore.now();
                // the order's version first: whoever else gives to it now finds it changed
                order.touched(now);
                em.flush();
                Reservations.Taken got = stock.allocate(order, line);
                if (got == null) {
                    throw new NothingLeft();
                }
                String before = Numbers.quantity(line.quantity()).toPlainString() + " × " + line.sku();
                stock.give(order, line, got);
                order.touched(now.plusNanos(1000));
                store.remember(em, order, now, by, "allocated", "stock", before, Numbers.quantity(got.quantity()).toPlainString() + " × " + line.sku(), null);
                store.publish(order, by, "allocated");
                em.flush();
                return true;
            });
        } catch (NothingLeft e) {
            return false;
        } catch (AmphoraException e) {
            LOG.info("Line {} of order {} waits on: {}", lineId, orderId, e.getMessage());
            return false;
        }
    }

    /** Undoes the transaction that found no stock. */
    private static final class NothingLeft extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingLeft() {
            super(null, null, false, false);
        }
    }
}
