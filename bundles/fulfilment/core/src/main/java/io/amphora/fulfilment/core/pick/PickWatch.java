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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of orders otherwise takes things off pick lists: cancelled, picked without a list, moved elsewhere, parted. Hearing of it twice changes nothing. */
@Component(service = EventListener.class)
public final class PickWatch implements EventListener {
    private static final Actor BY = Actor.system("picking");

    private final Tx tx;
    private final OrderQueries orders;
    private final Reservations reservations;
    private final PickStore store;

    @Activate
    public PickWatch(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Reservations reservations, @Reference PickStore store) {
        this.tx = tx;
        this.orders = orders;
        this.reservations = reservations;
        this.store = store;
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
        tx.callWithRetry(em -> {
            List<PickItemEntity> active = PickStore.active(em, Set.of(orderId));
            if (!active.isEmpty()) {
                check(em, active, new OrderNow(order(orderId), reservations.held(Set.of(orderId))).with(active));
            }
            return null;
        });
    }

    private void check(EntityManager em, List<PickItemEntity> active, OrderNow order) {
        Set<Long> touched = new TreeSet<>();
        for (PickItemEntity i : active) {
            BigDecimal wanted = order.wanted(i);
            if (wanted.compareTo(i.wanted()) < 0) {
                store.putBack(em, BY, i, wanted);
                i.less(wanted);
                touched.add(i.listId());
            }
        }
        for (long id : touched) {
            PickListEntity list = PickStore.list(em, id);
            store.publish("changed", list, BY);
            store.settle(em, BY, list);
        }
    }

    private Order order(long orderId) {
        try {
            return orders.find(BY, orderId);
        } catch (AmphoraException.NotFound e) {
            return null;
        }
    }
}
