package io.amphora.order.rest;

import io.amphora.order.api.HoldType;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** An order in a list. */
public record OrderRowJson(long id, String number, Order.Kind kind, String channel, Long customerId, String customerName, String country, OrderStatus status, BigDecimal total,
                           String currency, @Schema(description = "number of lines") int lines, @Schema(description = "placed; drafts: created") Instant at, Long locationId,
                           boolean historic, @Schema(description = "those that are open") Set<HoldType> holds,
                           @Schema(description = "the earliest day promised of what has not left the house") LocalDate due, long version) {
    static OrderRowJson of(OrderRow r) {
        return new OrderRowJson(r.id(), r.number(), r.kind(), r.channel(), r.customerId(), r.customerName(), r.country(), r.status(), r.total().amount(),
                r.total().currency().getCurrencyCode(), r.lines(), r.at(), r.locationId(), r.historic(), r.holds(), r.due(), r.version());
    }
}
