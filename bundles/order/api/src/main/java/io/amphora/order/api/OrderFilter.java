package io.amphora.order.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which orders; every part may be null (any). Each single part is answered from an index, whatever the size of the table.
 *
 * @param text     beginning of the order number, the customer's name or the customer reference; case does not matter
 * @param statuses one of these
 * @param from     placed (drafts: created) at or after
 * @param to       before
 * @param holds    on hold for one of these
 * @param backordered whether lines wait for stock
 * @param dueBefore something was promised for a day before this one and has not left the house: with today, what is late
 */
public record OrderFilter(String text, Set<OrderStatus> statuses, String channel, Long customerId, String country, Instant from, Instant to, Long locationId, Boolean historic,
                          Set<HoldType> holds, Boolean backordered, LocalDate dueBefore) {
    public static final OrderFilter ALL = new OrderFilter(null, null, null, null, null, null, null, null, null);

    /** Whatever is promised. */
    public OrderFilter(String text, Set<OrderStatus> statuses, String channel, Long customerId, String country, Instant from, Instant to, Long locationId, Boolean historic,
                       Set<HoldType> holds, Boolean backordered) {
        this(text, statuses, channel, customerId, country, from, to, locationId, historic, holds, backordered, null);
    }

    /** Waiting for stock or not. */
    public OrderFilter(String text, Set<OrderStatus> statuses, String channel, Long customerId, String country, Instant from, Instant to, Long locationId, Boolean historic,
                       Set<HoldType> holds) {
        this(text, statuses, channel, customerId, country, from, to, locationId, historic, holds, null, null);
    }

    /** On hold or not. */
    public OrderFilter(String text, Set<OrderStatus> statuses, String channel, Long customerId, String country, Instant from, Instant to, Long locationId, Boolean historic) {
        this(text, statuses, channel, customerId, country, from, to, locationId, historic, null, null, null);
    }

    public static OrderFilter ofStatus(OrderStatus... statuses) {
        return new OrderFilter(null, Set.of(statuses), null, null, null, null, null, null, null);
    }

    public static OrderFilter ofCustomer(long customerId) {
        return new OrderFilter(null, null, null, customerId, null, null, null, null, null);
    }

    public static OrderFilter ofText(String text) {
        return new OrderFilter(text, null, null, null, null, null, null, null, null);
    }

    /** What is promised for a day before this one and has not left the house. */
    public static OrderFilter late(LocalDate today) {
        return new OrderFilter(null, null, null, null, null, null, null, null, false, null, null, today);
    }
}
