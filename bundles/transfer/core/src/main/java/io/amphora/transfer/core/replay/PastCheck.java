package io.amphora.transfer.core.replay;

import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.ChargeType;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.transfer.api.PastOrder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an order of the past must say of itself to be lived again; everything else is for the use cases to say. */
final class PastCheck {
    static final Set<PaymentMethod> METHODS = EnumSet.of(PaymentMethod.BANK_TRANSFER, PaymentMethod.CASH, PaymentMethod.CASH_ON_DELIVERY);

    private PastCheck() {
    }

    /** @return all that is wrong */
    static List<Problem> of(PastOrder o) {
        Problems problems = new Problems();
        problems.text("number", o.number(), 60);
        problems.check(o.life().placed() != null, "life.placed", "required", "must not be empty");
        problems.check(o.life().placed() == null || o.life().placed().isBefore(Instant.now()), "life.placed", "transfer.replay-future", "must be in the past");
        problems.check(!o.lines().isEmpty() || o.life().cancelled() != null, "lines", "transfer.replay-no-lines", "the source has no lines for this order: it cannot go on here");
        problems.check(o.currency() != null && Differences.currency(o.currency()).isPresent(), "currency", "transfer.replay-currency", "must be a currency code of ISO 4217");
        for (int i = 0; i < o.lines().size(); i++) {
            problems.check(o.lines().get(i).unitPrice() != null, "lines[" + i + "].unitPrice", "transfer.replay-no-price", "the source names no price");
            problems.positive("lines[" + i + "].quantity", o.lines().get(i).quantity(), 3);
        }
        for (int i = 0; i < o.charges().size(); i++) {
            problems.notNegative("charges[" + i + "].amount", o.charges().get(i).amount(), 4);
            type(problems, "charges[" + i + "].type", o.charges().get(i).type());
        }
        for (int i = 0; i < o.payments().size(); i++) {
            payment(problems, "payments[" + i + "].", o.payments().get(i));
        }
        return problems.all();
    }

    private static void type(Problems problems, String field, String type) {
        boolean known = type == null || Stream.of(ChargeType.values()).anyMatch(t -> t.name().equals(type));
        problems.check(known, field, "transfer.replay-charge", "must be one of SHIPPING, HANDLING, GIFT_WRAP, PAYMENT, OTHER");
    }

    private static void payment(Problems problems, String at, PastOrder.Payment p) {
        problems.notNegative(at + "amount", p.amount(), 4);
        problems.optionalText(at + "reference", p.reference(), 100);
        boolean known = p.method() == null || METHODS.stream().anyMatch(m -> m.name().equals(p.method()));
        problems.check(known, at + "method", "transfer.replay-method", "must be one of BANK_TRANSFER, CASH, CASH_ON_DELIVERY");
    }
}
