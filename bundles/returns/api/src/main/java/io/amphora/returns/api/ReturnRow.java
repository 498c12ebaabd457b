package io.amphora.returns.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One row of a list of returns. Fields as in {@link Return}.
 *
 * @param quantity asked for, over all lines
 * @param credit   null until settled
 */
public record ReturnRow(long id, String number, ReturnKind kind, long orderId, String orderNumber, Long customerId, String customerName, ReturnState state, ReturnOutcome wanted,
                        int lines, BigDecimal quantity, Money credit, Instant createdAt, long version) {
}
