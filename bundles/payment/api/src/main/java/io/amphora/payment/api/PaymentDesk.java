package io.amphora.payment.api;

import io.amphora.common.Actor;
import io.amphora.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Taking and giving back money. Each method checks its permission, the version the caller saw and the transition table; an illegal one is refused with
 * the reason and what is possible. What a gateway has to do is written down first, asked outside any transaction, and asked again under the same key after a
 * crash or without an answer: call these methods outside transactions. Every method takes a key of the caller: the same one again does nothing and gives the payment as it
 * stands; null means none. Publishes {@code payment.added}, {@code payment.authorised}, {@code payment.paid}, {@code payment.refunded}, {@code payment.voided},
 * {@code payment.failed}, {@code payment.terms}, {@code payment.credited}, keyed by order id. Thread-safe.
 */
@ProviderType
public interface PaymentDesk {
    String TAKE = "payment.take";
    String REFUND = "payment.refund";

    /**
     * A payment to come, part of what the order owes.
     *
     * @param kind      DEPOSIT or PART
     * @param gatewayId for {@link PaymentMethod#GATEWAY}, else null
     * @param amount    null means all that is open
     * @param dueOn     null means the date of the order's terms
     */
    record NewPayment(PaymentKind kind, PaymentMethod method, String gatewayId, BigDecimal amount, LocalDate dueOn, String note) {
    }

    /** Needs {@code payment.take}. */
    Payment add(Actor by, long orderId, NewPayment payment, String key);

    /** When the order is to be paid. Needs {@code payment.take}. @param version of the position */
    PaymentPosition terms(Actor by, long orderId, long version, PaymentTerms terms);

    /** @param gatewayId null means the one in the payment */
    Payment authorise(Actor by, long id, long version, String gatewayId, String key);

    /** @param amount null means all; the rest of what was authorised lapses */
    Payment capture(Actor by, long id, long version, BigDecimal amount, String key);

    /**
     * The money came. Less than asked for leaves a payment over the rest due; more shows as to give back.
     *
     * @param method    how; not GATEWAY or OPEN
     * @param amount    null means all
     * @param reference may be null
     */
    Payment receive(Actor by, long id, long version, PaymentMethod method, BigDecimal amount, String reference, String key);

    /** @param reason required */
    Payment cancel(Actor by, long id, long version, String reason, String key);

    /**
     * Never more than was paid. Needs {@code payment.refund}.
     *
     * @param amount null means all that is left
     * @param byHand the money goes back without the gateway: always so for other methods, and the only way when the gateway is gone
     * @param reason required
     */
    Payment refund(Actor by, long id, long version, BigDecimal amount, boolean byHand, String reason, String key);

    /**
     * The order owes less: for goods that came back, for a claim. What was paid for that shows as to give back; give it back by {@link #refund}. Never more than the
     * order's total. Moves no money, so it joins the running transaction. Needs {@code payment.refund}. Publishes {@code payment.credited}.
     *
     * @param amount above zero
     * @param reason required
     */
    PaymentPosition credit(Actor by, long orderId, BigDecimal amount, String reason, String key);

    /**
     * A person says what came of the pending step. Needs the permission of its action.
     *
     * @param approved  false: declined
     * @param reference of gateway or bank, may be null
     */
    Payment confirm(Actor by, long id, long version, boolean approved, String reference);

    /** Asks the gateway about the pending step again, under its key. Needs the permission of its action. */
    Payment askAgain(Actor by, long id, long version);

    /** In whole minor units of the currency (ISO 4217): what can be paid. */
    static Money payable(Money money) {
        return money.rounded();
    }
}
