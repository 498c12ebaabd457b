package io.amphora.transfer.core.run;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a row of a sales file says; null where it says nothing.
 *
 * @param orderTotal what the file says the whole order comes to, with shipping, tax and discount
 * @param discount   of the whole order, whatever its sign
 * @param paid       what was received for the whole order
 * @param refunded   what of the whole order's money was given back
 * @param wished     when the customer wants it
 * @param shippedAt  when its goods left, and arrived
 * @param customer   whom it names, never null
 */
record OrderLine(String order, Instant placedAt, String sku, String name, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount, BigDecimal orderTotal,
                 BigDecimal shipping, BigDecimal tax, BigDecimal discount, String currency, Buyer customer, Address address, BigDecimal paid, BigDecimal refunded, Instant cancelledAt,
                 Instant shippedAt, Instant deliveredAt, LocalDate wished) {
    /** @param name of who is billed */
    record Buyer(String number, String name, String email, String phone) {
        /** Under what one customer is known in a file, null for nobody known. */
        String key() {
            return number != null ? number : email != null ? "@" + email.toLowerCase(java.util.Locale.ROOT) : null;
        }
    }
}
