package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What became of the parcels becomes of the lines of the order: delivered, or come back. Counts by product within the shipment, as lines may have been split since they were packed;
 * so it does not matter how often it is asked. What is lost stays on its way until somebody gives it up.
 */
@Component(service = SettleOrder.class)
public final class SettleOrder {
    /** May still arrive with the rest: worth waiting for before a line is split. */
    private static final Set<ShipmentState> COMING = EnumSet.of(ShipmentState.SHIPPED, ShipmentState.IN_TRANSIT, ShipmentState.OUT_FOR_DELIVERY, ShipmentState.EXCEPTION);

    private final OrderQueries orders;
    private final OrderActions actions;

    @Activate
    public SettleOrder(@Reference OrderQueries orders, @Reference OrderActions actions) {
        this.orders = orders;
        this.actions = actions;
    }

    /** Joins the running transaction. */
    void settle(Actor by, DispatchEntity d) {
        Set<String> settled = new TreeSet<>();
        items(d, EnumSet.of(ShipmentState.DELIVERED, ShipmentState.RETURNED)).forEach(i -> settled.add(i.toItem().sku()));
        items(d, COMING).forEach(i -> settled.remove(i.toItem().sku()));
        if (settled.isEmpty()) {
            return;
        }
        Order order = orders.find(by, d.orderId());
        Set<Long> arrived = new HashSet<>();
        for (String sku : settled) {
            order = taken(by, d, order, sku, ShipmentState.DELIVERED, arrived);
        }
        if (!arrived.isEmpty()) {
            order = actions.deliver(by, order.id(), order.version(), arrived);
        }
        Set<Long> back = new HashSet<>();
        for (String sku : settled) {
            order = taken(by, d, order, sku, ShipmentState.RETURNED, back);
        }
        if (!back.isEmpty()) {
            actions.comeBack(by, order.id(), order.version(), back, BackTo.QUARANTINE, null, d.number());
        }
    }

    private static Stream<ItemEntity> items(DispatchEntity d, Set<ShipmentState> states) {
        return d.parcels().stream().filter(p -> states.contains(p.state())).flatMap(p -> p.items().stream());
    }

    /** As many as stand so in parcels and not yet on the order. @param ids gets the lines; one too big is split */
    private Order taken(Actor by, DispatchEntity d, Order start, String sku, ShipmentState state, Set<Long> ids) {
        Order order = start;
        Set<LineStatus> done = state == ShipmentState.DELIVERED ? EnumSet.of(LineStatus.DELIVERED, LineStatus.COMPLETED) : EnumSet.of(LineStatus.CANCELLED);
        BigDecimal open = items(d, EnumSet.of(state)).filter(i -> i.toItem().sku().equals(sku)).map(ItemEntity::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(lines(d, order, sku, done).stream().map(Order.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        // the same product may be on two lines: first the one that lies in these very parcels
        Set<Long> named = items(d, EnumSet.of(state)).map(ItemEntity::lineId).collect(Collectors.toSet());
        List<Order.Line> left = new ArrayList<>(lines(d, order, sku, EnumSet.of(LineStatus.SHIPPED)));
        left.sort(Comparator.comparing((Order.Line l) -> !named.contains(l.id())));
        for (Order.Line line : left) {
            if (open.signum() <= 0) {
                return order;
            }
            BigDecimal rest = line.quantity().subtract(open);
            if (rest.signum() > 0) {
                order = actions.split(by, order.id(), order.version(), line.id(), Quantities.plain(rest));
            }
            ids.add(line.id());
            open = open.subtract(line.quantity());
        }
        return order;
    }

    /** Those of this shipment. */
    private static List<Order.Line> lines(DispatchEntity d, Order order, String sku, Set<LineStatus> statuses) {
        Set<Long> sent = order.shipments().stream().filter(s -> d.orderShipmentId() != null && s.id() == d.orderShipmentId()).flatMap(s -> s.lineIds().stream()).collect(Collectors.toSet());
        return order.lines().stream().filter(l -> sent.contains(l.id()) && l.sku().equals(sku) && statuses.contains(l.status())).toList();
    }
}
