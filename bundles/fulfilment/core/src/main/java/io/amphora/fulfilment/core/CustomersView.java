package io.amphora.fulfilment.core;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingStage;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
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
    /** An order's history is read back this many pages at most: the customer's page has a bounded cost. */
    private static final int PAGES = 5;

    private CustomersView() {
    }

    static TrackedOrder of(Order order, OrderQueries orders) {
        Map<TrackingStage, Instant> reached = new EnumMap<>(TrackingStage.class);
        reached.put(TrackingStage.ORDERED, order.placedAt());
        accepted(order, orders).ifPresent(at -> reached.put(TrackingStage.HANDLED, at));
        left(order).min(Comparator.naturalOrder()).ifPresent(at -> reached.put(TrackingStage.SHIPPED, at));
        List<LineStatus> live = order.lines().stream().map(Order.Line::status).filter(s -> s != LineStatus.CANCELLED && s != LineStatus.REJECTED).toList();
        if (!live.isEmpty() && live.stream().allMatch(s -> s.compareTo(LineStatus.SHIPPED) >= 0)) {
            left(order).max(Comparator.naturalOrder()).ifPresent(at -> reached.put(TrackingStage.IN_TRANSIT, at));
        }
        if (!live.isEmpty() && live.stream().allMatch(s -> s.compareTo(LineStatus.DELIVERED) >= 0)) {
            order.shipments().stream().map(Order.Shipment::deliveredAt).filter(Objects::nonNull).max(Comparator.naturalOrder()).ifPresent(at -> reached.put(TrackingStage.SIGNED_FOR, at));
        }
        return new TrackedOrder(order.number(), reached, live.isEmpty(),
                order.shipments().stream().map(s -> new TrackedOrder.Parcel(s.carrier(), s.trackingNumber(), s.shippedAt(), s.deliveredAt())).toList());
    }

    private static Stream<Instant> left(Order order) {
        return order.shipments().stream().map(Order.Shipment::shippedAt);
    }

    /** The first time the order stood where it had been accepted. */
    private static Optional<Instant> accepted(Order order, OrderQueries orders) {
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
