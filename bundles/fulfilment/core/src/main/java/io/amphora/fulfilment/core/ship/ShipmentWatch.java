package io.amphora.fulfilment.core.ship;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.ToPack;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Event;
import io.amphora.platform.api.EventListener;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was shipped, delivered, brought back or given up on the order itself, past the packing bench, is so here, too. Hearing of it twice changes nothing. */
@Component(service = EventListener.class)
public final class ShipmentWatch implements EventListener {
    private static final Actor BY = Actor.system("fulfilment");
    private static final Set<LineStatus> ARRIVED = Set.of(LineStatus.DELIVERED, LineStatus.COMPLETED);
    private static final String LOST = "order.lost";

    private final Tx tx;
    private final OrderQueries orders;
    private final Dispatches dispatches;
    private final ReportShipment report;

    @Activate
    public ShipmentWatch(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Dispatches dispatches, @Reference ReportShipment report) {
        this.tx = tx;
        this.orders = orders;
        this.dispatches = dispatches;
        this.report = report;
    }

    @Override
    public String id() {
        return "fulfilment";
    }

    @Override
    public List<String> topics() {
        return List.of("order.shipped", "order.delivered", "order.came-back", LOST);
    }

    @Override
    public void on(List<Event> events) {
        Map<Long, String> last = new LinkedHashMap<>();
        events.stream().filter(e -> e.key().matches("[0-9]{1,18}")).forEach(e -> last.put(Long.valueOf(e.key()), e.topic()));
        last.forEach((id, topic) -> follow(id, topic.equals(LOST)));
    }

    private void follow(long orderId, boolean lost) {
        try {
            Order order = orders.find(BY, orderId);
            if (!order.historic()) {
                adopt(order);
                ended(order, lost);
            }
        } catch (AmphoraException.NotFound e) {
            // an imported order that was taken back
            return;
        }
    }

    private void adopt(Order order) {
        try {
            tx.callWithRetry(em -> {
                List<DispatchEntity> there = Dispatches.ofOrder(em, order.id());
                Set<Long> known = there.stream().map(d -> d.toShipment().orderShipmentId()).filter(Objects::nonNull).collect(Collectors.toSet());
                order.shipments().stream().filter(s -> !known.contains(s.id())).forEach(s -> adopt(em, order, s, there));
                return null;
            });
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }

    private void adopt(EntityManager em, Order order, Order.Shipment s, List<DispatchEntity> there) {
        Optional<DispatchEntity> packed = there.stream().filter(d -> d.pending() == null && Dispatches.PACKING.contains(d.state()) && holds(d).equals(of(order, s))).findFirst();
        if (packed.isPresent()) {
            left(em, packed.get(), s);
        } else {
            there.stream().filter(d -> d.pending() == null && Dispatches.PACKING.contains(d.state())).forEach(d -> takeOut(d, s));
            made(em, order, s);
        }
    }

    private static Map<Long, BigDecimal> holds(DispatchEntity d) {
        Map<Long, BigDecimal> held = new TreeMap<>();
        d.parcels().stream().flatMap(p -> p.items().stream()).forEach(i -> held.merge(i.lineId(), Quantities.plain(i.quantity()), BigDecimal::add));
        return held;
    }

    private static Map<Long, BigDecimal> of(Order order, Order.Shipment s) {
        return order.lines().stream().filter(l -> s.lineIds().contains(l.id())).collect(Collectors.toMap(Order.Line::id, l -> Quantities.plain(l.quantity()), BigDecimal::add, TreeMap::new));
    }

    /** It was packed here, and sent off there: it is this one that left. */
    private void left(EntityManager em, DispatchEntity d, Order.Shipment s) {
        if (d.state() == ShipmentState.PREPARING) {
            d.by(null, s.carrier(), null);
            d.parcels().get(0).labelled(s.trackingNumber(), false);
        }
        d.left(s.id(), s.shippedAt());
        d.touched(Dispatches.now());
        dispatches.publish(d, BY, "shipped");
        em.flush();
    }

    /** What left otherwise does not lie in its parcels any more. */
    private void takeOut(DispatchEntity d, Order.Shipment s) {
        boolean some = d.parcels().stream().map(p -> p.items().removeIf(i -> s.lineIds().contains(i.lineId()))).reduce(false, Boolean::logicalOr);
        if (some) {
            if (holds(d).isEmpty()) {
                d.cancelled();
            }
            d.touched(Dispatches.now());
            dispatches.publish(d, BY, d.state() == ShipmentState.CANCELLED ? "cancelled" : "packed");
        }
    }

    private void made(EntityManager em, Order order, Order.Shipment s) {
        DispatchEntity d = new DispatchEntity(order, s.shippedBy(), Dispatches.now());
        em.persist(d);
        d.numbered();
        ParcelEntity parcel = new ParcelEntity(d, 1, null);
        order.lines().stream().filter(l -> s.lineIds().contains(l.id()))
                .forEach(l -> parcel.items().add(new ItemEntity(parcel, new ToPack(l.id(), l.position(), l.sku(), l.name(), l.quantity(), l.unit()), l.quantity())));
        d.parcels().add(parcel);
        d.by(null, s.carrier(), null);
        parcel.labelled(s.trackingNumber(), false);
        d.left(s.id(), s.shippedAt());
        d.touched(Dispatches.now());
        dispatches.publish(d, BY, "shipped");
        em.flush();
    }

    /** All of its lines are at their end, whoever said so. @param lost whether the last that was heard of the order is that some of it is */
    private void ended(Order order, boolean lost) {
        Map<Long, TrackingStatus> told = new TreeMap<>();
        tx.call(em -> Dispatches.ofOrder(em, order.id())).stream().filter(d -> d.state().underWay() && !d.isGivenUp()).forEach(d -> {
            TrackingStatus end = end(order, d, lost);
            if (end != null) {
                told.put(d.id(), end);
            }
        });
        told.forEach((id, end) -> report.told(BY, id, end));
        givenUp(order);
    }

    /** What is lost is nobody's trouble any more once its order waits for nothing of it. */
    private void givenUp(Order order) {
        tx.callWithRetry(em -> {
            Dispatches.ofOrder(em, order.id()).stream().filter(d -> d.state() == ShipmentState.LOST && !d.isGivenUp() && over(standing(order, d))).forEach(d -> {
                d.givenUp(Dispatches.now());
                dispatches.publish(d, BY, "given-up");
            });
            return null;
        });
    }

    private static boolean over(Set<LineStatus> standing) {
        return !standing.isEmpty() && standing.stream().allMatch(s -> s.isFinal() || s == LineStatus.DELIVERED);
    }

    /** Where the lines of the shipment stand. */
    private static Set<LineStatus> standing(Order order, DispatchEntity d) {
        Set<Long> sent = order.shipments().stream().filter(s -> Objects.equals(s.id(), d.orderShipmentId())).flatMap(s -> s.lineIds().stream()).collect(Collectors.toSet());
        return order.lines().stream().filter(l -> sent.contains(l.id())).map(Order.Line::status).collect(Collectors.toSet());
    }

    /** @return null if it is not at its end, or nobody can say which of its parcels is where */
    private static TrackingStatus end(Order order, DispatchEntity d, boolean lost) {
        Set<LineStatus> standing = standing(order, d);
        if (!over(standing)) {
            return null;
        }
        if (ARRIVED.containsAll(standing)) {
            return TrackingStatus.DELIVERED;
        }
        boolean none = standing.stream().noneMatch(ARRIVED::contains);
        return none ? lost ? TrackingStatus.LOST : TrackingStatus.RETURNED : d.parcels().size() == 1 ? TrackingStatus.DELIVERED : null;
    }
}
