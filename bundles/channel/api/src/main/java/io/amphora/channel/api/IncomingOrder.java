package io.amphora.channel.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order as a channel brings it: nothing is checked yet, every text may be null.
 *
 * @param externalId     its number there; required
 * @param customerNumber known customer, or null: then name and the rest make or find one
 * @param wishedDate     when the customer wants it, {@code 2026-12-31}
 */
public record IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region,
                            String postalCode, String country, String currency, String reference, String note, List<Line> lines, String wishedDate) {
    public IncomingOrder {
        lines = List.copyOf(lines);
    }

    /** Wanted as soon as possible. */
    public IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region, String postalCode,
                         String country, String currency, String reference, String note, List<Line> lines) {
        this(externalId, customerNumber, customerName, email, phone, street, city, region, postalCode, country, currency, reference, note, lines, null);
    }

    /** @param unitPrice null takes the list price */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }
}
