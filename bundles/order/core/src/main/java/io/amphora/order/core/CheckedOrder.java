package io.amphora.order.core;

import io.amphora.customer.api.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order whose parts all fit into the database.
 *
 * @param customerBlocked false if there is no customer
 */
record CheckedOrder(String channel, String externalId, Long customerId, String customerName, boolean customerBlocked, String reference, String currency, Address shipTo,
                    LocalDate wishedDate, String note, List<CheckedLine> lines) {
    BigDecimal total() {
        return lines.stream().map(CheckedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
