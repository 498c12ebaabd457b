package io.amphora.order.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is ordered again and again.
 *
 * @param customerId whose it is; null: shared, for all customers
 */
public record OrderTemplate(long id, String name, Long customerId, String customerName, String currency, String note, List<Line> lines, String changedBy, Instant changedAt, long version) {
    public OrderTemplate {
        lines = List.copyOf(lines);
    }

    /** @param unitPrice null: the list price of the day */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }
}
