package io.amphora.payment.api;

import io.amphora.common.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A payment for an order as it stands.
 *
 * @param orderNumber  as it was when the payment was made
 * @param gatewayId    of the {@link PaymentGateway} it runs through, null for other methods
 * @param gatewayTitle what people called that gateway; readable when the gateway is gone
 * @param amount       what was asked for
 * @param captured     what was received
 * @param refunded     what was given back
 * @param refunding    what is on its way back: asked for, not confirmed
 * @param dueOn        null while there is no date
 * @param reference    the gateway's or the bank's, null if none
 * @param pending      what is asked of the gateway and not answered for good yet, null if nothing
 * @param pendingState how far that is, null if nothing is pending
 */
public record Payment(long id, long orderId, String orderNumber, Long customerId, PaymentKind kind, PaymentMethod method, String gatewayId, String gatewayTitle, PaymentState state,
                      Money amount, Money captured, Money refunded, Money refunding, LocalDate dueOn, String reference, String note, PaymentAction pending,
                      PaymentStep.State pendingState, Instant createdAt, String createdBy, Instant changedAt, long version) {
    /** What can be done now, by anybody with the permission; nothing while a gateway's answer is awaited. */
    public Set<PaymentAction> possible() {
        return pending == null ? PaymentAction.nextOf(state) : Set.of();
    }

    /** What can still be given back. */
    public Money refundable() {
        return captured.minus(refunded).minus(refunding);
    }
}
