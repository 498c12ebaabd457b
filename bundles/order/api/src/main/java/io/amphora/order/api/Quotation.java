package io.amphora.order.api;

import io.amphora.common.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An offer with an expiry. What is offered is a draft order ({@link #orderId}); accepted, that draft becomes the order, at the prices offered.
 *
 * @param number       of a series of its own
 * @param orderId      the draft that says what is offered; after acceptance the order
 * @param customerName as on the order, may be null while open
 * @param total        of the order as it stands
 * @param validUntil   the last day on which it can be accepted, in the time zone of the installation
 * @param reason       why it was declined, null else
 * @param sentAt       when it was sent last, null if never
 * @param decidedAt    when it was accepted, declined or expired, null else
 */
public record Quotation(long id, String number, long orderId, String orderNumber, Long customerId, String customerName, Money total, QuotationStatus status, LocalDate validUntil,
                        String reason, String createdBy, Instant createdAt, Instant sentAt, Instant decidedAt, long version) {
    /** What people can do with it now, if they may. */
    public List<QuotationAction> possible() {
        return QuotationAction.nextOf(status);
    }
}
