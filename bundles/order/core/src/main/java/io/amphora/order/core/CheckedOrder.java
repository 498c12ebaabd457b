package io.amphora.order.core;

import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order whose parts all fit into the database.
 *
 * @param customer null if there is none
 */
record CheckedOrder(String channel, String externalId, Long customerId, String customerName, Customers.Facts customer, String reference, String currency, Address shipTo,
                    LocalDate wishedDate, String note, List<CheckedLine> lines) {
    BigDecimal total() {
        return lines.stream().map(CheckedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same for the same products and quantities, in whatever order; lines without a quantity count, too. */
    long linesKey() {
        List<String> wanted = lines.stream().map(l -> l.sku() + '\n' + (l.quantity() == null ? "" : l.quantity().stripTrailingZeros().toPlainString())).sorted().toList();
        long hash = 1;
        for (String line : wanted) {
            for (int i = 0; i < line.length(); i++) {
                hash = hash * 1_000_003 + line.charAt(i);
            }
            hash = hash * 1_000_003 + 1;
        }
        return hash;
    }
}
