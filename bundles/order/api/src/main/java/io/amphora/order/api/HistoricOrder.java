package io.amphora.order.api;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order of the past, taken over as it was: own number and dates, no stock, no messages, no review.
 *
 * @param source     what it came from; (source, number) is unique: importing it again replaces its lines
 * @param kind       CREDIT for cancellations: negative quantities
 * @param customerId null for a sale to nobody known
 * @param status     COMPLETED or CANCELLED
 */
public record HistoricOrder(String source, String number, Order.Kind kind, Long customerId, String customerName, String country, String currency, Address shipTo,
                            OrderStatus status, Instant placedAt, List<Line> lines) {
    public HistoricOrder {
        lines = List.copyOf(lines);
    }

    /**
     * @param quantity  any, also zero or negative
     * @param unitPrice exact, at most 4 decimals; any sign
     * @param amount    normally quantity times unit price; what the source says is owed for the line, at most 4 decimals
     */
    public record Line(String sku, String name, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {
    }
}
