package io.amphora.order.core;

import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.SearchText;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.core.OrderRows.Keyed;
import io.amphora.order.core.OrderWalks.Range;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Pages, counts and neighbours of the orders list; what they cost does not grow with the table. */
final class OrderLists {
    private static final Comparator<Keyed> NEWEST = Comparator.comparingLong(Keyed::key).reversed();
    private static final Set<OrderStatus> OPEN = EnumSet.of(OrderStatus.ASSIGNED, OrderStatus.PICKED, OrderStatus.PARTIALLY_SHIPPED);
    private static final List<String> TO_PICK = List.of(OrderStatus.ASSIGNED.name(), OrderStatus.PARTIALLY_SHIPPED.name());
    /** So many rows are looked at to find the one just before another. */
    private static final int NEAR = 100;
    private static final int SAME_REFERENCE = 5;

    private OrderLists() {
    }

    static Page<OrderRow> page(EntityManager em, OrderFilter filter, PageRequest page) {
        List<Keyed> rows = rows(em, filter, Range.before(page.afterNumber()), page.size() + 1);
        int size = page.size();
        // two orders with the same key must not be parted: the cursor would skip the second
        while (rows.size() > size && size > 1 && rows.get(size - 1).key() == rows.get(size).key()) {
            size--;
        }
        return Page.of(rows, size, Keyed::key).map(Keyed::row);
    }

    private static List<Keyed> rows(EntityManager em, OrderFilter filter, Range range, int limit) {
        Range within = range.within(filter.from(), filter.to());
        OrderWalks walks = new OrderWalks(filter);
        if (prefix(filter) != null) {
            return new OrderSearch(em, walks, prefix(filter)).rows(within, limit);
        }
        List<Keyed> rows = new ArrayList<>();
        List<Sql> statements = walks.statements("select " + OrderRows.COLUMNS, within);
        for (Sql sql : statements) {
            sql.add(" order by o.placed_key desc").first(limit).rows(em).forEach(r -> rows.add(OrderRows.keyed(r)));
        }
        if (statements.size() > 1) {
            rows.sort(NEWEST);
        }
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /** From one to the next: there are few, however many orders there are. */
    static List<String> channels(EntityManager em) {
        List<String> channels = new ArrayList<>();
        for (List<String> next = channelAfter(em, ""); !next.isEmpty(); next = channelAfter(em, next.get(0))) {
            channels.add(next.get(0));
        }
        return channels;
    }

    private static List<String> channelAfter(EntityManager em, String channel) {
        return Sql.of("select o.channel" + OrderWalks.from("orders_by_channel") + "o.channel > ? order by o.channel", channel).first(1).withoutWaiting().values(em);
    }

    /** On the way of every order: its events are answered by looking at it. */
    static List<OrderRow> withIds(EntityManager em, Collection<Long> ids) {
        em.flush();
        List<Long> all = List.copyOf(new TreeSet<>(ids));
        List<OrderRow> rows = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i += Sql.MAX_IN) {
            Sql.of("select " + OrderRows.COLUMNS + " from orders o where").in(" o.id in", all.subList(i, Math.min(all.size(), i + Sql.MAX_IN))).plainRows(em)
                    .forEach(r -> rows.add(OrderRows.keyed(r).row()));
        }
        return rows;
    }

    static List<OrderRow> toPick(EntityManager em, OrderFilter f, Integer minPriority, int skip, int limit) {
        Sql sql = Sql.of("select " + OrderRows.COLUMNS + OrderWalks.from("orders_by_status") + "o.historic = ?", false).in(" and o.order_status in", TO_PICK)
                .addIf(f.locationId(), " and o.location_id = ?").addIf(f.channel(), " and o.channel = ?").addIf(f.dueBefore(), " and o.due_date < ?").addIf(minPriority, " and o.priority >= ?");
        sql.add(" order by o.priority desc, case when o.due_date is null then 1 else 0 end, o.due_date, o.placed_key, o.id offset " + skip + " rows");
        return sql.first(limit).rows(em).stream().map(r -> OrderRows.keyed(r).row()).toList();
    }

    /** A customer's orders with exactly this reference, newest first. */
    static List<OrderRow> withReference(EntityManager em, long customerId, String reference) {
        Sql sql = Sql.of("select " + OrderRows.COLUMNS + OrderWalks.from("orders_by_reference") + "o.reference_lower = ? and o.customer_id = ? and lower(o.customer_reference) = ?",
                SearchText.key(reference, 60), customerId, reference.toLowerCase(Locale.ROOT));
        return sql.add(" order by o.placed_key desc").first(SAME_REFERENCE).rows(em).stream().map(r -> OrderRows.keyed(r).row()).toList();
    }

    /** @return null if any text will do */
    private static String prefix(OrderFilter filter) {
        String key = SearchText.key(filter.text(), 60);
        return key.isEmpty() ? null : key;
    }

    static int count(EntityManager em, OrderFilter filter, int limit) {
        Range within = Range.ALL.within(filter.from(), filter.to());
        OrderWalks walks = new OrderWalks(filter);
        if (prefix(filter) != null) {
            return new OrderSearch(em, walks, prefix(filter)).count(within, limit);
        }
        int count = 0;
        for (Sql sql : walks.statements("select count(*) from (select o.id", within)) {
            count += counted(em, sql, limit - count);
            if (count >= limit) {
                return limit;
            }
        }
        return count;
    }

    /** @param sql ends inside {@code select count(*) from (}; counting stops at the limit */
    private static int counted(EntityManager em, Sql sql, int limit) {
        return sql.first(limit).add(") c").<Number>values(em).get(0).intValue();
    }

    /** How many stand in this status, without historic ones. */
    static int count(EntityManager em, OrderStatus status, int limit) {
        return count(em, new OrderFilter(null, Set.of(status), null, null, null, null, null, null, false), limit);
    }

    /** How many a location still has to send. */
    static int open(EntityManager em, long location, int limit) {
        return count(em, new OrderFilter(null, OPEN, null, null, null, null, null, location, null), limit);
    }

    /** @return the order before and the one after the one with this key, as ids; null at the ends */
    static Long[] neighbours(EntityManager em, OrderFilter filter, long key) {
        List<Keyed> next = rows(em, filter, Range.before(key), 1);
        return new Long[] {previous(em, filter, key), next.isEmpty() ? null : next.get(0).row().id()};
    }

    /**
     * Derby cannot walk an index backwards: this looks at a span above the key, ten times as large while it is empty, and smaller when more is in it
     * than can be looked at.
     */
    private static Long previous(EntityManager em, OrderFilter filter, long key) {
        long max = Long.MAX_VALUE - 1 - key;
        long empty = 0;
        long span = PlacedKey.SECOND;
        long full = max;
        for (;;) {
            List<Keyed> rows = rows(em, filter, new Range(key, key + span + 1), NEAR);
            if (rows.isEmpty()) {
                if (span >= max) {
                    return null;
                }
                empty = span;
                span = full < max ? empty + (full - empty) / 2 : span > max / 10 ? max : span * 10;
            } else if (rows.size() < NEAR || span - empty <= 1) {
                return rows.get(rows.size() - 1).row().id();
            } else {
                full = span;
                span = empty + (full - empty) / 2;
            }
        }
    }
}
