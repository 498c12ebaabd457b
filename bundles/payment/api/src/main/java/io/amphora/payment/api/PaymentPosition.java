package io.amphora.payment.api;

import io.amphora.common.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order owes and has paid; always {@code total = credited + paid - refunded + open}.
 *
 * @param total      of the order, in whole minor units of its currency
 * @param credited   not owed any more, because it was given back without having been paid too much: for returned goods, for instance
 * @param authorised set aside by gateways, not received
 * @param paid       received, with what was given back later
 * @param refunded   given back
 * @param open       still to pay; negative: to give back
 * @param terms      null if nobody and no rule has said so
 * @param dueOn      the earliest date of what is due, null if nothing has a date
 * @param overdue    whether something was due before today (UTC)
 * @param payments   oldest first
 * @param version    of the terms, for {@link PaymentDesk#terms}
 */
public record PaymentPosition(long orderId, String orderNumber, Money total, Money credited, Money authorised, Money paid, Money refunded, Money open, PaymentTerms terms, LocalDate dueOn,
                              boolean overdue, List<Payment> payments, long version) {
    public PaymentPosition {
        payments = List.copyOf(payments);
    }

    /** Sums payments up. @param total in whole minor units */
    public static PaymentPosition of(long orderId, String orderNumber, Money total, Money credited, PaymentTerms terms, LocalDate today, List<Payment> payments, long version) {
        Money zero = Money.zero(total.currency());
        Money authorised = payments.stream().filter(p -> p.state() == PaymentState.AUTHORISED).map(Payment::amount).reduce(zero, Money::plus);
        Money paid = payments.stream().map(Payment::captured).reduce(zero, Money::plus);
        Money refunded = payments.stream().map(Payment::refunded).reduce(zero, Money::plus);
        LocalDate dueOn = payments.stream().filter(p -> p.state() == PaymentState.DUE && p.dueOn() != null).map(Payment::dueOn).min(LocalDate::compareTo).orElse(null);
        return new PaymentPosition(orderId, orderNumber, total, credited, authorised, paid, refunded, total.minus(credited).minus(paid).plus(refunded), terms, dueOn, dueOn != null && dueOn.isBefore(today),
                payments, version);
    }
}
