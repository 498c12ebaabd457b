package io.amphora.payment.rest;

import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentStep;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;

/** One thing done with a payment, and what came of it. */
public record StepJson(long id, PaymentAction action, PaymentStep.State state, BigDecimal amount, String currency, boolean byHand, String reference, String message, String reason, int attempts,
                       String askedBy, Instant askedAt, Instant endedAt, String endedBy) {
    static StepJson of(PaymentStep s) {
        return new StepJson(s.id(), s.action(), s.state(), Decimals.plain(s.amount().amount()), s.amount().currency().getCurrencyCode(), s.byHand(), s.reference(), s.message(), s.reason(),
                s.attempts(), s.askedBy(), s.askedAt(), s.endedAt(), s.endedBy());
    }
}
