package io.amphora.payment.rest;

import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentKind;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentState;
import io.amphora.payment.api.PaymentStep;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** A payment. {@code pending} is what a gateway or a person still has to answer; {@code possible} what can be done now. */
public record PaymentJson(long id, long orderId, String orderNumber, PaymentKind kind, PaymentMethod method, String gateway, String gatewayTitle, PaymentState state, String currency,
                          BigDecimal amount, BigDecimal captured, BigDecimal refunded, BigDecimal refunding, LocalDate dueOn, String reference, String note, PaymentAction pending,
                          PaymentStep.State pendingState, Set<PaymentAction> possible, Instant createdAt, String createdBy, Instant changedAt, long version) {
    static PaymentJson of(Payment p) {
        return new PaymentJson(p.id(), p.orderId(), p.orderNumber(), p.kind(), p.method(), p.gatewayId(), p.gatewayTitle(), p.state(), p.amount().currency().getCurrencyCode(),
                Decimals.plain(p.amount().amount()), Decimals.plain(p.captured().amount()), Decimals.plain(p.refunded().amount()), Decimals.plain(p.refunding().amount()), p.dueOn(),
                p.reference(), p.note(), p.pending(), p.pendingState(), p.possible(), p.createdAt(), p.createdBy(), p.changedAt(), p.version());
    }
}
