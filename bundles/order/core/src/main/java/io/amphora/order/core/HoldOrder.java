package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts an order on hold, and releases it. */
@Component
public final class HoldOrder implements OrderHolds {
    private final Tx tx;
    private final OrderStore store;
    private final Holds holds;

    @Activate
    public HoldOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Holds holds) {
        this.tx = tx;
        this.store = store;
        this.holds = holds;
    }

    @Override
    public Order hold(Actor by, long id, long version, HoldType type, Instant until, String reason) {
        by.require(HOLD);
        Problems problems = new Problems();
        String why = problems.text("reason", reason, 1000);
        problems.check(type != null, "type", "required", "must not be empty");
        problems.check(until == null || until.isAfter(OrderStore.now()), "until", "order.hold-past", "must be in the future");
        problems.throwIfAny();
        return changed(by, id, version, "held", (em, order) -> {
            requireHoldable(order, type);
            holds.set(em, order, type, until, why, by, OrderStore.now());
        });
    }

    private static void requireHoldable(OrderEntity order, HoldType type) {
        if (order.historic() || order.status() == OrderStatus.DRAFT || order.status().isFinal()) {
            throw new AmphoraException.Refused(Problem.of("", "order.hold-never", "order {0} is {1}: it cannot be put on hold", order.number(), order.status()));
        }
        if (order.openHolds().contains(type)) {
            throw new AmphoraException.Refused(Problem.of("type", "order.hold-twice", "order {0} is on hold {1} already", order.number(), type));
        }
    }

    @Override
    public Order release(Actor by, long id, long version, long holdId, String reason) {
        by.require(io.amphora.order.api.OrderQueries.READ);
        String why = ActOnOrder.requiredReason(reason);
        return changed(by, id, version, "released", (em, order) -> {
            HoldEntity hold = holds.of(em, order).stream().filter(h -> h.id() == holdId).findFirst().orElseThrow(() -> new AmphoraException.NotFound("hold", holdId));
            by.require(hold.type().permission());
            if (!hold.open()) {
                throw new AmphoraException.Refused(Problem.of("", "order.hold-released", "hold {0} of order {1} is released already", hold.type(), order.number()));
            }
            holds.release(em, order, hold, by, OrderStore.now(), why);
        });
    }

    private Order changed(Actor by, long id, long version, String what, BiConsumer<EntityManager, OrderEntity> change) {
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            change.accept(em, order);
            order.touched(OrderStore.now());
            store.publish(order, by, what);
            em.flush();
            return store.whole(em, order);
        });
    }
}
