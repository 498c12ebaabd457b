package io.amphora.order.rest;

import io.amphora.order.api.Quotation;
import io.amphora.order.api.QuotationAction;
import io.amphora.order.api.QuotationStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An offer with an expiry. */
public record QuotationJson(long id, String number, @Schema(description = "the draft that says what is offered; after acceptance the order") long orderId, String orderNumber, Long customerId,
                            String customerName, BigDecimal total, String currency, QuotationStatus status, @Schema(description = "what could be done now") List<QuotationAction> possible,
                            @Schema(description = "the last day on which it can be accepted") LocalDate validUntil, String reason, String createdBy, Instant createdAt, Instant sentAt,
                            Instant decidedAt, long version) {
    static QuotationJson of(Quotation q) {
        return new QuotationJson(q.id(), q.number(), q.orderId(), q.orderNumber(), q.customerId(), q.customerName(), q.total().amount(), q.total().currency().getCurrencyCode(), q.status(),
                q.possible(), q.validUntil(), q.reason(), q.createdBy(), q.createdAt(), q.sentAt(), q.decidedAt(), q.version());
    }
}
