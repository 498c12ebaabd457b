package io.amphora.fulfilment.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingEvent;
import io.amphora.fulfilment.api.TrackingStage;
import io.amphora.fulfilment.api.TrackingStatus;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An order as its customer sees it: stages and parcels, nothing internal. */
final class CustomersView {
    private static final Actor READER = Actor.system("tracking");
    private static final Set<String> ACCEPTED = Set.of(OrderStatus.APPROVED.name(), OrderStatus.ASSIGNED.name(), OrderStatus.PICKED.name(), OrderStatus.PARTIALLY_SHIPPED.name(),
            OrderStatus.SHIPPED.name());
    private static final Set<TrackingStatus> ON_THE_WAY = Set.of(TrackingStatus.IN_TRANSIT, TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.DELIVERED);
    private static final Set<ShipmentState> GONE = EnumSet.of(ShipmentState.LOST, ShipmentState.RETURNED);
    /** An order's history is read back this many pages at most: the customer's page has a bounded cost. */
    private static final int PAGES = 5;

    /** What is known of goods that left together. @param movedAt when the carrier had them; null: not yet. @param arrivedAt null while on the way */
    private record Sent(Instant leftAt, Instant movedAt, Instant arrivedAt, List<TrackedOrder.Parcel> parcels) {
    }

    private final Order order;
    private final OrderQueries orders;
    private final Shipments shipments;

    private CustomersView(Order order, OrderQueries orders, Shipments shipments) {
        this.order = order;
        this.orders = orders;
        this.shipments = shipments;
    }

    /** @param language of the customer, may be null */
    static TrackedOrder of(Order order, OrderQueries orders, Shipments shipments, String language) {
        return new CustomersView(order, orders, shipments).view(language);
    }

    private TrackedOrder view(String language) {
        List<Sent> sent = sent();
        List<LineStatus> live = order.lines().stream().map(Order.Line::status).filter(s -> s != LineStatus.CANCELLED && s != LineStatus.REJECTED).toList();
        boolean allLeft = !live.isEmpty() && live.stream().allMatch(s -> s.compareTo(LineStatus.SHIPPED) >= 0);
        boolean allThere = !live.isEmpty() && live.stream().allMatch(s -> s.compareTo(LineStatus.DELIVERED) >= 0);
        boolean partly = !allLeft && live.stream().anyMatch(s -> s.compareTo(LineStatus.SHIPPED) >= 0);
        Map<TrackingStage, Instant> reached = new EnumMap<>(TrackingStage.class);
        reached.put(TrackingStage.ORDERED, order.placedAt());
        accepted().ifPresent(at -> reached.put(TrackingStage.HANDLED, at));
        sent.stream().map(Sent::leftAt).min(Comparator.naturalOrder()).ifPresent(at -> reached.put(TrackingStage.SHIPPED, at));
        if (allLeft && (allThere || sent.stream().allMatch(s -> s.movedAt() != null))) {
            latest(sent.stream().map(s -> s.movedAt() == null ? s.leftAt() : s.movedAt())).ifPresent(at -> reached.put(TrackingStage.IN_TRANSIT, at));
        }
        if (allThere) {
            latest(sent.stream().map(Sent::arrivedAt)).or(() -> latest(sent.stream().flatMap(s -> s.parcels().stream()).map(TrackedOrder.Parcel::deliveredAt)))
                    .ifPresent(at -> reached.put(TrackingStage.SIGNED_FOR, at));
        }
        return new TrackedOrder(order.number(), reached, live.isEmpty(), partly, sent.stream().flatMap(s -> s.parcels().stream()).toList(), language);
    }

    private static Optional<Instant> latest(Stream<Instant> moments) {
        return moments.filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** What left, as the order knows it, with what carriers told of it. */
    private List<Sent> sent() {
        Map<Long, Shipment> known = new HashMap<>();
        if (!order.shipments().isEmpty()) {
            shipments.ofOrder(READER, order.id()).stream().filter(s -> s.orderShipmentId() != null).forEach(s -> known.put(s.orderShipmentId(), s));
        }
        List<Sent> all = new ArrayList<>();
        for (Order.Shipment s : order.shipments()) {
            Shipment followed = known.get(s.id());
            all.add(followed == null ? new Sent(s.shippedAt(), s.shippedAt(), s.deliveredAt(),
                    List.of(new TrackedOrder.Parcel(s.carrier(), s.trackingNumber(), s.shippedAt(), s.deliveredAt()))) : sent(s, followed));
        }
        return all;
    }

    private Sent sent(Order.Shipment s, Shipment followed) {
        List<TrackingEvent> events = shipments.events(READER, followed.id());
        Instant moved = events.stream().filter(e -> ON_THE_WAY.contains(e.status())).map(TrackingEvent::at).min(Comparator.naturalOrder()).orElse(null);
        // nobody tells of what no carrier's bundle follows: it is on its way once it left
        Instant movedAt = followed.carrierId() == null ? s.shippedAt() : moved;
        List<TrackedOrder.Parcel> parcels = followed.parcels().stream().map(p -> new TrackedOrder.Parcel(followed.carrier(), p.trackingNumber(), s.shippedAt(), arrived(p.number(), events),
                GONE.contains(p.state()))).toList();
        return new Sent(s.shippedAt(), movedAt, followed.deliveredAt() == null ? s.deliveredAt() : followed.deliveredAt(), parcels);
    }

    private static Instant arrived(int parcel, List<TrackingEvent> events) {
        return events.stream().filter(e -> e.status() == TrackingStatus.DELIVERED && Objects.equals(e.parcel(), parcel)).map(TrackingEvent::at).min(Comparator.naturalOrder()).orElse(null);
    }

    /** The first time the order stood where it had been accepted. */
    private Optional<Instant> accepted() {
        Instant first = null;
        PageRequest next = PageRequest.first(PageRequest.MAX);
        for (int i = 0; i < PAGES && next != null; i++) {
            Page<TimelineEntry> page = orders.timeline(READER, order.id(), next);
            for (TimelineEntry e : page.items()) {
                if ("status".equals(e.field()) && ACCEPTED.contains(e.after())) {
                    first = e.at();
                }
            }
            next = page.next() == null ? null : new PageRequest(page.next(), PageRequest.MAX);
        }
        return Optional.ofNullable(first);
    }
}
