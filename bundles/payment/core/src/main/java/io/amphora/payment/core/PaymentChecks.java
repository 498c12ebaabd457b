package io.amphora.payment.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.core.store.PaymentEntity;
import java.math.BigDecimal;

/** What may be moved by an action. */
final class PaymentChecks {
    private static final int REASON = 1000;
    static final int REFERENCE = 200;

    private PaymentChecks() {
    }

    /** @param wanted null means all there is @param owed for the whole order: no more is captured, though more may have been set aside when the order was larger */
    static BigDecimal amount(PaymentEntity p, PaymentAction action, BigDecimal wanted, BigDecimal owed) {
        BigDecimal all = action == PaymentAction.REFUND ? p.refundable() : action == PaymentAction.CAPTURE ? p.amount().min(owed) : p.amount();
        if (action == PaymentAction.CAPTURE && owed.signum() <= 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.capture-nothing", "nothing is owed for order {0}: there is nothing to capture", p.orderNumber()));
        }
        Problems problems = new Problems();
        BigDecimal amount = Amounts.checked(problems, wanted, all, p.currency());
        problems.throwIfAny();
        if (action == PaymentAction.REFUND && amount.compareTo(all) > 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.refund-too-much", "{0} {1} are too much: {2} of payment {3} can be given back", amount.toPlainString(), p.currency(),
                    all.stripTrailingZeros().toPlainString(), p.id()));
        }
        if (action == PaymentAction.CAPTURE && amount.compareTo(all) > 0) {
            throw new AmphoraException.Refused(Problem.of("amount", "payment.capture-too-much", "{0} {1} are more than the {2} that are authorised and owed", amount.toPlainString(), p.currency(),
                    all.stripTrailingZeros().toPlainString()));
        }
        return amount;
    }

    static String reason(String reason) {
        Problems problems = new Problems();
        String text = problems.text("reason", reason, REASON);
        problems.throwIfAny();
        return text;
    }

    static String reference(String reference) {
        Problems problems = new Problems();
        String text = problems.optionalText("reference", reference, REFERENCE);
        problems.throwIfAny();
        return text;
    }
}
