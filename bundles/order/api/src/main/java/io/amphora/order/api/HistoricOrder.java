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
 * @param paid       received for it as its source says, in its currency, null if that says nothing; kept as a remark, no payment is made of it
 * @param refunded   given back as its source says, null if that says nothing
 */
public record HistoricOrder(String source, String number, Order.Kind kind, Long customerId, String customerName, String country, String currency, Address shipTo,
                            OrderStatus status, Instant placedAt, List<Line> lines, BigDecimal paid, BigDecimal refunded) {
    public HistoricOrder {
        lines = List.copyOf(lines);
    }

    /** Of which nobody says what was paid. */
    public HistoricOrder(String source, String number, Order.Kind kind, Long customerId, String customerName, String country, String currency, Address shipTo, OrderStatus status,
                         Instant placedAt, List<Line> lines) {
        this(source, number, kind, customerId, customerName, country, currency, shipTo, status, placedAt, lines, null, null);
    }

    /**
     * @param quantity  any, also zero or negative
     * @param unitPrice exact, at most 4 decimals; any sign
     * @param amount    normally quantity times unit price; what the source says is owed for the line, at most 4 decimals
     */
    public record Line(String sku, String name, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {
    }
}
