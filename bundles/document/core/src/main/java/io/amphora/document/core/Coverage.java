package io.amphora.document.core;

import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pieces of an order its invoices are about. A line may have been parted since it was invoiced, when only some of it arrived: the part has an id of its own, its pieces stand on the
 * invoice of the line that they were parted from. Such parts left with the same shipment.
 */
final class Coverage {
    private static final Set<LineStatus> GONE = EnumSet.of(LineStatus.CANCELLED, LineStatus.REJECTED);

    private final Map<Long, Order.Line> lines;
    private final Map<Long, Long> shipments = new HashMap<>();
    private final Map<Long, BigDecimal> invoiced = new HashMap<>();
    private final Map<BillRow, BigDecimal> live = new HashMap<>();

    /** @param rows of the order's invoices */
    Coverage(Order order, List<BillRow> rows) {
        lines = order.lines().stream().collect(Collectors.toMap(Order.Line::id, Function.identity()));
        order.shipments().forEach(s -> s.lineIds().forEach(l -> shipments.put(l, s.id())));
        Map<BillRow, BigDecimal> parted = new LinkedHashMap<>();
        for (BillRow r : rows.stream().filter(r -> r.lineId() != null).toList()) {
            Order.Line own = lines.get(r.lineId());
            BigDecimal rest = own == null ? r.quantity() : r.quantity().subtract(cover(r, own, r.quantity()));
            if (own != null && rest.signum() > 0) {
                parted.put(r, rest);
            }
        }
        Set<Long> named = rows.stream().map(BillRow::lineId).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Order.Line> parts = new ArrayList<>(lines.values().stream().filter(l -> !named.contains(l.id()) && shipments.containsKey(l.id())).toList());
        parts.sort(Comparator.comparing((Order.Line l) -> GONE.contains(l.status())).thenComparing(Order.Line::id));
        parted.forEach((row, rest) -> spread(row, rest, parts));
    }

    private void spread(BillRow row, BigDecimal pieces, List<Order.Line> parts) {
        BigDecimal rest = pieces;
        for (Order.Line l : parts) {
            if (rest.signum() > 0 && l.sku().equals(row.sku()) && Objects.equals(shipments.get(l.id()), shipments.get(row.lineId()))) {
                rest = rest.subtract(cover(row, l, rest));
            }
        }
    }

    /** @return how many of the pieces are of this line */
    private BigDecimal cover(BillRow row, Order.Line line, BigDecimal pieces) {
        BigDecimal free = line.quantity().subtract(invoiced.getOrDefault(line.id(), BigDecimal.ZERO)).max(BigDecimal.ZERO);
        BigDecimal taken = free.min(pieces);
        invoiced.merge(line.id(), taken, BigDecimal::add);
        live.merge(row, GONE.contains(line.status()) ? BigDecimal.ZERO : taken, BigDecimal::add);
        return taken;
    }

    boolean invoiced(Order.Line line) {
        return invoiced.getOrDefault(line.id(), BigDecimal.ZERO).signum() > 0;
    }

    /** Pieces that were invoiced and never arrived: nobody owes them. */
    BigDecimal gone(BillRow row) {
        return row.quantity().subtract(live.getOrDefault(row, BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    /** What the order comes to, as far as it is on invoices. */
    static BigDecimal billed(Order order, List<BillRow> rows) {
        Coverage coverage = new Coverage(order, rows);
        BigDecimal open = order.lines().stream().filter(l -> !GONE.contains(l.status()) && !coverage.invoiced(l)).map(l -> l.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal charges = rows.stream().anyMatch(r -> r.lineId() == null) ? BigDecimal.ZERO : order.charges().stream().map(c -> c.payable().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return order.total().amount().subtract(open).subtract(charges);
    }
}
