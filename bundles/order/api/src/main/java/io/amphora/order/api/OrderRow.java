package io.amphora.order.api;

import io.amphora.common.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One row of an orders list. Fields as in {@link Order}.
 *
 * @param holds those that are open
 * @param backordered whether lines wait for stock
 * @param due   the earliest day promised of what has not left the house, null if none
 */
public record OrderRow(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, Money total, int lines,
                       Instant at, Long locationId, boolean historic, long version, Set<HoldType> holds, boolean backordered, LocalDate due) {
    public OrderRow {
        holds = Set.copyOf(holds);
    }

    /** A row of an order of which nothing is promised. */
    public OrderRow(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, Money total, int lines, Instant at,
                    Long locationId, boolean historic, long version, Set<HoldType> holds, boolean backordered) {
        this(id, number, kind, channel, customerId, customerName, country, status, total, lines, at, locationId, historic, version, holds, backordered, null);
    }

    /** A row of an order that does not wait for stock. */
    public OrderRow(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, Money total, int lines, Instant at,
                    Long locationId, boolean historic, long version, Set<HoldType> holds) {
        this(id, number, kind, channel, customerId, customerName, country, status, total, lines, at, locationId, historic, version, holds, false);
    }

    /** A row of an order that is not on hold. */
    public OrderRow(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, Money total, int lines, Instant at,
                    Long locationId, boolean historic, long version) {
        this(id, number, kind, channel, customerId, customerName, country, status, total, lines, at, locationId, historic, version, Set.of());
    }
}
