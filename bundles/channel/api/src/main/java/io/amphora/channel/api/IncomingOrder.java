package io.amphora.channel.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order as a channel brings it: nothing is checked yet, every text may be null.
 *
 * @param externalId     its number there; required
 * @param customerNumber known customer, or null: then name and the rest make or find one
 */
public record IncomingOrder(String externalId, String customerNumber, String customerName, String email, String phone, String street, String city, String region,
                            String postalCode, String country, String currency, String reference, String note, List<Line> lines) {
    public IncomingOrder {
        lines = List.copyOf(lines);
    }

    /** @param unitPrice null takes the list price */
    public record Line(String sku, BigDecimal quantity, BigDecimal unitPrice) {
    }
}
