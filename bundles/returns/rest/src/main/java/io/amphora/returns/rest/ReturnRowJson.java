package io.amphora.returns.rest;

import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnOutcome;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.ReturnState;
import java.math.BigDecimal;
import java.time.Instant;

/** One row of a list of returns; {@code credit} is absent until it is settled. */
public record ReturnRowJson(long id, String number, ReturnKind kind, long orderId, String orderNumber, Long customerId, String customerName, ReturnState state, ReturnOutcome wanted, int lines,
                            BigDecimal quantity, BigDecimal credit, String currency, Instant createdAt, long version) {
    static ReturnRowJson of(ReturnRow r) {
        return new ReturnRowJson(r.id(), r.number(), r.kind(), r.orderId(), r.orderNumber(), r.customerId(), r.customerName(), r.state(), r.wanted(), r.lines(), r.quantity(),
                ReturnJson.amount(r.credit()), r.credit() == null ? null : r.credit().currency().getCurrencyCode(), r.createdAt(), r.version());
    }
}
