package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shipment leaves, and with it the lines of the order. */
@Component(service = ShipShipment.class)
public final class ShipShipment {
    private static final Duration SOON = Duration.ofMinutes(5);

    private final Tx tx;
    private final OrderQueries orders;
    private final OrderActions actions;
    private final Dispatches dispatches;

    @Activate
    public ShipShipment(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference OrderActions actions, @Reference Dispatches dispatches) {
        this.tx = tx;
        this.orders = orders;
        this.actions = actions;
        this.dispatches = dispatches;
    }

    Shipment ship(Actor by, long id, long version) {
        by.require(ShippingDesk.FULFIL);
        return tx.callWithRetry(em -> {
            DispatchEntity d = Dispatches.require(em, id, version, ShipmentAction.SHIP);
            leave(em, by, d);
            return d.toShipment();
        });
    }

    /** Joins the running transaction; the shipment is labelled. */
    void leave(EntityManager em, Actor by, DispatchEntity d) {
        Order order = orders.find(by, d.orderId());
        Map<Long, BigDecimal> packed = new TreeMap<>();
        d.parcels().stream().flatMap(p -> p.items().stream()).forEach(i -> packed.merge(i.lineId(), i.quantity(), BigDecimal::add));
        for (Map.Entry<Long, BigDecimal> e : packed.entrySet()) {
            BigDecimal rest = quantity(order, e.getKey()).subtract(e.getValue());
            if (rest.signum() < 0) {
                throw new AmphoraException.Refused(Problem.of("parcels", "shipment.packed-more", "shipment {0} holds more of a line than order {1} still wants: pack it anew", d.number(),
                        order.number()));
            }
            // what is not in the parcels becomes a line of its own and stays
            order = rest.signum() == 0 ? order : actions.split(by, order.id(), order.version(), e.getKey(), Quantities.plain(rest));
        }
        Order left = actions.ship(by, order.id(), order.version(), packed.keySet(), d.carrierTitle(), d.trackingNumber());
        long shipment = left.shipments().stream().filter(s -> s.lineIds().containsAll(packed.keySet())).max(Comparator.comparing(Order.Shipment::id)).orElseThrow().id();
        Instant now = Dispatches.now();
        d.left(shipment, now);
        // what carriers know only hours later need not be asked at once
        d.pollAfter(d.carrierId() == null ? null : now.plus(SOON));
        d.touched(now);
        dispatches.publish(d, by, "shipped");
        em.flush();
    }

    private static BigDecimal quantity(Order order, long line) {
        return order.lines().stream().filter(l -> l.id() == line).map(Order.Line::quantity).findFirst().orElse(BigDecimal.ZERO);
    }
}
