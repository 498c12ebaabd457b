package io.amphora.order.core;

import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a filter into walks along indexes that end in the placed key. Every walk comes in the order of the list, so that the first rows of each are all
 * that a page needs; several walks (one per status) are merged. An optimizer asked for {@code status in (…)} would sort all rows instead.
 */
final class OrderWalks {
    private static final Set<OrderStatus> OF_THE_PAST = EnumSet.of(OrderStatus.COMPLETED, OrderStatus.CANCELLED);

    private static final Set<OrderStatus> TO_SEND = EnumSet.range(OrderStatus.DRAFT, OrderStatus.PARTIALLY_SHIPPED);

    /** All of them. */
    static final String PLACED = "orders_by_placed";

    /** A piece of a condition. */
    private record Part(String text, Object... values) {
    }

    /** Keys that a list is confined to, both ends not included. */
    record Range(long above, long below) {
        static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

        static Range before(Long key) {
            return key == null ? ALL : new Range(Long.MIN_VALUE, key);
        }

        Range within(Instant from, Instant to) {
            long low = from == null ? above : Math.max(above, PlacedKey.from(from) - 1);
            long high = to == null ? below : Math.min(below, PlacedKey.from(to));
            return new Range(low, high);
        }

        boolean empty() {
            return above >= below - 1;
        }

        Sql addTo(Sql sql) {
            return sql.addIf(above == Long.MIN_VALUE ? null : above, " and o.placed_key > ?").addIf(below == Long.MAX_VALUE ? null : below, " and o.placed_key < ?");
        }
    }

    private final String index;
    private final List<Part> walks;
    private final List<Part> rest = new ArrayList<>();

    OrderWalks(OrderFilter f) {
        Set<OrderStatus> statuses = f.statuses() == null || f.statuses().isEmpty() ? EnumSet.allOf(OrderStatus.class) : EnumSet.copyOf(f.statuses());
        if (f.holds() != null && !f.holds().isEmpty()) {
            if (!statuses.stream().allMatch(OrderStatus::isFinal)) {
                // few orders are on their way, and none of the others is on hold
                statuses.removeIf(OrderStatus::isFinal);
            }
            rest.add(new Part("(" + String.join(" or ", Collections.nCopies(f.holds().size(), "o.hold_types like ?")) + ")", f.holds().stream().map(h -> "%," + h + ",%").toArray()));
        }
        if (f.backordered() != null) {
            if (f.backordered()) {
                statuses.removeIf(OrderStatus::isFinal);
            }
            rest.add(new Part("o.backordered = ?", f.backordered()));
        }
        if (f.dueBefore() != null) {
            // what is promised and has not left the house: a status of the past has none
            statuses.retainAll(TO_SEND);
            rest.add(new Part("o.due_date < ?", f.dueBefore()));
        }
        boolean anyStatus = statuses.size() == OrderStatus.values().length;
        if (f.customerId() != null) {
            index = "orders_by_customer";
            walks = List.of(new Part("o.customer_id = ?", f.customerId()));
        } else if (f.locationId() != null) {
            index = "orders_by_location";
            walks = statuses.stream().map(s -> new Part("o.location_id = ? and o.order_status = ?", f.locationId(), s)).toList();
        } else if (f.country() != null) {
            index = "orders_by_country";
            walks = statuses.stream().map(s -> new Part("o.country = ? and o.order_status = ?", f.country(), s)).toList();
        } else if (f.channel() != null) {
            index = "orders_by_channel";
            walks = statuses.stream().map(s -> new Part("o.channel = ? and o.order_status = ?", f.channel(), s)).toList();
        } else if (!anyStatus || f.historic() != null) {
            index = "orders_by_status";
            walks = byStatus(statuses, f.historic());
        } else {
            index = PLACED;
            walks = List.of(new Part("1 = 1"));
        }
        rest(f.customerId(), "orders_by_customer", "o.customer_id = ?");
        rest(f.locationId(), "orders_by_location", "o.location_id = ?");
        rest(f.country(), "orders_by_country", "o.country = ?");
        rest(f.channel(), "orders_by_channel", "o.channel = ?");
        rest(f.historic(), "orders_by_status", "o.historic = ?");
        if (statuses.isEmpty()) {
            rest.add(new Part("1 = 0"));
        } else if (!anyStatus && index.equals("orders_by_customer")) {
            rest.add(new Part("o.order_status in (" + "?,".repeat(statuses.size() - 1) + "?)", statuses.toArray()));
        }
    }

    private static List<Part> byStatus(Set<OrderStatus> statuses, Boolean historic) {
        List<Part> parts = new ArrayList<>();
        for (boolean h : historic == null ? List.of(false, true) : List.of(historic)) {
            statuses.stream().filter(s -> !h || OF_THE_PAST.contains(s)).forEach(s -> parts.add(new Part("o.historic = ? and o.order_status = ?", h, s)));
        }
        return parts;
    }

    private void rest(Object value, String walked, String condition) {
        if (value != null && !walked.equals(index)) {
            rest.add(new Part(condition, value));
        }
    }

    /** One statement per walk, with all conditions, neither ordered nor limited yet. */
    List<Sql> statements(String select, Range range) {
        if (range.empty()) {
            return List.of();
        }
        return walks.stream().map(w -> conditions(Sql.of(select + from(index)).add(w.text(), w.values()), range)).toList();
    }

    /**
     * The index is named for Derby, whose optimizer knows nothing of "the first 50 rows"; PostgreSQL reads a comment. There the index of all orders can be used by
     * statements only that say so (id above zero): for others it would walk past any number of newer orders in the hope to meet one of an old channel soon.
     */
    static String from(String index) {
        return " from orders o --DERBY-PROPERTIES index=" + index + "\n where " + (index.equals(PLACED) ? "o.id > 0 and " : "");
    }

    /** Adds what the walk does not do. */
    Sql conditions(Sql sql, Range range) {
        rest.forEach(p -> sql.add(" and ").add(p.text(), p.values()));
        return range.addTo(sql);
    }
}
