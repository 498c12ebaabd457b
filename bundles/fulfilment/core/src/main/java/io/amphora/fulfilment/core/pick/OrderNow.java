package io.amphora.fulfilment.core.pick;

import io.amphora.inventory.api.Reservations;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an order wants of the things on pick lists, as it is now. */
final class OrderNow {
    private final Map<Long, Order.Line> lines = new HashMap<>();
    private final Map<String, Reservations.Held> held = new HashMap<>();
    private final Set<Long> sent = new HashSet<>();
    /** Picked lines by SKU that were parted from others: what was taken for those is theirs. */
    private final Map<String, BigDecimal> parted = new HashMap<>();

    private final Map<String, BigDecimal> given = new HashMap<>();

    /** @param order null if it is gone */
    OrderNow(Order order, Collection<Reservations.Held> held) {
        held.forEach(h -> this.held.putIfAbsent(h.lineId() + ":" + h.sku(), h));
        if (order != null) {
            order.lines().forEach(l -> lines.put(l.id(), l));
            order.shipments().forEach(s -> sent.addAll(s.lineIds()));
        }
    }

    /** Lines that no item stands for. Lines picked by hand count among them: then less may be called back than could be. */
    OrderNow with(List<PickItemEntity> items) {
        Set<Long> own = new HashSet<>();
        items.forEach(i -> own.add(i.lineId()));
        lines.values().stream().filter(l -> !own.contains(l.id()) && taken(l)).forEach(l -> parted.merge(l.sku(), l.quantity(), BigDecimal::add));
        return this;
    }

    private boolean taken(Order.Line line) {
        return sent.contains(line.id()) || line.status().compareTo(LineStatus.PICKED) >= 0 && line.status().compareTo(LineStatus.COMPLETED) <= 0;
    }

    /** How much of it is wanted still. */
    BigDecimal wanted(PickItemEntity i) {
        Order.Line line = lines.get(i.lineId());
        if (line == null) {
            return BigDecimal.ZERO;
        }
        if (sent.contains(line.id())) {
            return i.wanted();
        }
        if (line.status() == LineStatus.ASSIGNED) {
            return line.backordered() ? BigDecimal.ZERO : ofAssigned(i, line);
        }
        return taken(line) || i.done() ? ofTaken(i, line) : BigDecimal.ZERO;
    }

    private BigDecimal ofAssigned(PickItemEntity i, Order.Line line) {
        Reservations.Held h = held.get(i.lineId() + ":" + i.sku());
        return h == null ? line.quantity() : h.locationId() == i.locationId() ? h.quantity() : BigDecimal.ZERO;
    }

    private BigDecimal ofTaken(PickItemEntity i, Order.Line line) {
        BigDecimal each = i.each() == null ? BigDecimal.ONE : i.each();
        BigDecimal own = taken(line) ? line.quantity() : BigDecimal.ZERO;
        BigDecimal lacks = i.wanted().divide(each, 4, RoundingMode.HALF_UP).subtract(own).max(BigDecimal.ZERO);
        String of = line.sku() + "/" + i.sku();
        BigDecimal others = parted.getOrDefault(line.sku(), BigDecimal.ZERO).subtract(given.getOrDefault(of, BigDecimal.ZERO)).min(lacks);
        given.merge(of, others, BigDecimal::add);
        return own.add(others).multiply(each);
    }
}
