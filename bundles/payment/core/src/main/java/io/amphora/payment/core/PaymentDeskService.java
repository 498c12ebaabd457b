package io.amphora.payment.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.payment.api.Payment;
import io.amphora.payment.api.PaymentAction;
import io.amphora.payment.api.PaymentDesk;
import io.amphora.payment.api.PaymentMethod;
import io.amphora.payment.api.PaymentPosition;
import io.amphora.payment.api.PaymentTerms;
import io.amphora.payment.core.Steps.Wish;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the use cases that move money. */
@Component
public final class PaymentDeskService implements PaymentDesk {
    private final Steps steps;
    private final GatewayCalls calls;
    private final AddPayment add;
    private final ConfirmStep confirm;
    private final CreditOrder credit;

    @Activate
    public PaymentDeskService(@Reference Steps steps, @Reference GatewayCalls calls, @Reference AddPayment add, @Reference ConfirmStep confirm,
                              @Reference CreditOrder credit) {
        this.credit = credit;
        this.steps = steps;
        this.calls = calls;
        this.add = add;
        this.confirm = confirm;
    }

    @Override
    public Payment add(Actor by, long orderId, NewPayment payment, String key) {
        by.require(TAKE);
        return add.add(by, orderId, payment, key);
    }

    @Override
    public PaymentPosition terms(Actor by, long orderId, long version, PaymentTerms terms) {
        by.require(TAKE);
        return add.terms(by, orderId, version, terms);
    }

    @Override
    public Payment authorise(Actor by, long id, long version, String gatewayId, String key) {
        return run(id, version, Wish.of(by, PaymentAction.AUTHORISE, null, null, key).through(gatewayId));
    }

    @Override
    public Payment capture(Actor by, long id, long version, BigDecimal amount, String key) {
        return run(id, version, Wish.of(by, PaymentAction.CAPTURE, amount, null, key));
    }

    @Override
    public Payment receive(Actor by, long id, long version, PaymentMethod method, BigDecimal amount, String reference, String key) {
        by.require(TAKE);
        if (method == null || method == PaymentMethod.GATEWAY || method == PaymentMethod.STORE_CREDIT || method == PaymentMethod.OPEN) {
            throw new AmphoraException.Invalid(Problem.of("method", "payment.method", "must be one of BANK_TRANSFER, CASH, CASH_ON_DELIVERY"));
        }
        return run(id, version, Wish.of(by, PaymentAction.RECEIVE, amount, null, key).come(method, PaymentChecks.reference(reference)));
    }

    @Override
    public Payment cancel(Actor by, long id, long version, String reason, String key) {
        by.require(TAKE);
        return run(id, version, Wish.of(by, PaymentAction.CANCEL, null, PaymentChecks.reason(reason), key));
    }

    @Override
    public Payment refund(Actor by, long id, long version, BigDecimal amount, boolean byHand, String reason, String key) {
        by.require(REFUND);
        return run(id, version, Wish.of(by, PaymentAction.REFUND, amount, PaymentChecks.reason(reason), key).handled(byHand));
    }

    @Override
    public PaymentPosition credit(Actor by, long orderId, BigDecimal amount, String reason, String key) {
        by.require(REFUND);
        return credit.credit(by, orderId, amount, PaymentChecks.reason(reason), key);
    }

    private Payment run(long id, long version, Wish wish) {
        wish.by().require(wish.action().permission());
        Steps.Begun begun = steps.begin(id, version, wish);
        return begun.step() == null ? begun.payment() : calls.ask(begun.step());
    }

    @Override
    public Payment confirm(Actor by, long id, long version, boolean approved, String reference) {
        return confirm.confirm(by, id, version, approved, PaymentChecks.reference(reference));
    }

    @Override
    public Payment askAgain(Actor by, long id, long version) {
        return calls.ask(confirm.again(by, id, version));
    }
}
