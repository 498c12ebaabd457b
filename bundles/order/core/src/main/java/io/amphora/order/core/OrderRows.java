package io.amphora.order.core;

import io.amphora.order.api.Order;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A row of the orders table as lists show it. */
final class OrderRows {
    static final String COLUMNS = "o.id, o.order_number, o.order_kind, o.channel, o.customer_id, o.customer_name, o.country, o.order_status, o.total, o.currency, o.line_count, "
            + "o.placed_at, o.created_at, o.location_id, o.historic, o.version, o.placed_key, o.hold_types, o.due_date, o.backordered";

    /** A row and its place in the list. */
    record Keyed(long key, OrderRow row) {
    }

    private OrderRows() {
    }

    static Keyed keyed(Object[] c) {
        OrderRow row = new OrderRow(number(c[0]), text(c[1]), Order.Kind.valueOf(text(c[2])), text(c[3]), numberOrNull(c[4]), text(c[5]), text(c[6]), OrderStatus.valueOf(text(c[7])),
                Numbers.money((BigDecimal) c[8], text(c[9])), (int) number(c[10]), instant(c[11] == null ? c[12] : c[11]), numberOrNull(c[13]), (Boolean) c[14], number(c[15]), HoldTypes.of(text(c[17])), (Boolean) c[19],
                day(c[18]));
        return new Keyed(number(c[16]), row);
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Long numberOrNull(Object value) {
        return value == null ? null : number(value);
    }

    private static String text(Object value) {
        return (String) value;
    }

    static LocalDate day(Object value) {
        return value == null ? null : value instanceof java.sql.Date d ? d.toLocalDate() : (LocalDate) value;
    }

    /** Both databases keep UTC without saying so. */
    static Instant instant(Object value) {
        LocalDateTime time = value instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC);
    }
}
