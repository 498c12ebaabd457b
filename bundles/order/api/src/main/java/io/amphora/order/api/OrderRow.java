package io.amphora.order.api;

import io.amphora.common.Money;
import java.time.Instant;

/** One row of an orders list. Fields as in {@link Order}. */
public record OrderRow(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, Money total, int lines,
                       Instant at, Long locationId, boolean historic, long version) {
}
