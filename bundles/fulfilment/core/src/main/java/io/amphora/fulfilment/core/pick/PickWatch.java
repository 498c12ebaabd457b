package io.amphora.fulfilment.core.pick;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.inventory.api.Reservations;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of orders otherwise takes things off pick lists: cancelled, picked without a list, moved elsewhere, parted. Hearing of it twice changes nothing. */
@Component(service = EventListener.class)
public final class PickWatch implements EventListener {
    private static final Actor BY = Actor.system("picking");
    private static final Logger LOG = LoggerFactory.getLogger(PickWatch.class);

    private final Tx tx;
    private final OrderQueries orders;
    private final Reservations reservations;
    private final PickStore store;
    private final PickedLines lines;

    @Activate
    public PickWatch(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Reservations reservations, @Reference PickStore store,
                     @Reference PickedLines lines) {
        this.tx = tx;
        this.orders = orders;
        this.reservations = reservations;
        this.store = store;
        this.lines = lines;
    }

    @Override
    public String id() {
        return "fulfilment.picking";
    }

    @Override
    public List<String> topics() {
        return List.of("order.cancelled", "order.picked", "order.assigned", "order.split", "order.short", "order.amended", "order.parted", "order.merged");
    }

    @Override
    public void on(List<Event> events) {
        Set<Long> ids = new LinkedHashSet<>();
        events.stream().filter(e -> e.key().matches("[0-9]{1,18}")).forEach(e -> ids.add(Long.valueOf(e.key())));
        ids.forEach(this::follow);
    }

    private void follow(long orderId) {
        List<Long> complete = tx.callWithRetry(em -> {
            List<PickItemEntity> active = PickStore.active(em, Set.of(orderId));
            return active.isEmpty() ? List.of() : check(em, active, new OrderNow(order(orderId), reservations.held(Set.of(orderId))).with(active));
        });
        complete.forEach(this::complete);
    }

    /** All that is still wanted of a line is taken: it is picked. A hold may forbid that; then somebody picks it once the hold is released. */
    private void complete(long itemId) {
        try {
            tx.callWithRetry(em -> {
                lines.complete(em, BY, em.find(PickItemEntity.class, itemId));
                return null;
            });
        } catch (AmphoraException.Refused e) {
            LOG.info("item {} of a pick list is complete, its line stays: {}", itemId, e.getMessage());
        }
    }

    /** @return items that are complete now that less is wanted */
    private List<Long> check(EntityManager em, List<PickItemEntity> active, OrderNow order) {
        Set<Long> touched = new TreeSet<>();
        List<Long> complete = new ArrayList<>();
        for (PickItemEntity i : active) {
            BigDecimal wanted = order.wanted(i);
            if (wanted.compareTo(i.wanted()) < 0) {
                store.putBack(em, BY, i, wanted);
                i.less(wanted);
                touched.add(i.listId());
                if (i.done() && !i.dropped()) {
                    complete.add(i.id());
                }
            }
        }
        for (long id : touched) {
            PickListEntity list = PickStore.list(em, id);
            store.publish("changed", list, BY);
            store.settle(em, BY, list);
        }
        return complete;
    }

    private Order order(long orderId) {
        try {
            return orders.find(BY, orderId);
        } catch (AmphoraException.NotFound e) {
            return null;
        }
    }
}
