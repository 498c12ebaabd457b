package io.amphora.payment.api;

import io.amphora.common.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that came to the bank.
 *
 * @param reference what the payer wrote
 * @param bankId    the bank's own id of it, null if it gives none
 * @param reason    why it fits no order, null unless unmatched
 * @param orderId   what it pays for, null until matched
 * @param endedBy   who matched it or put it aside for good
 * @param note      why it was dropped
 */
public record BankLine(long id, State state, String reference, String payer, BigDecimal amount, String currency, LocalDate bookedOn, String bankId, Problem reason, Long orderId,
                       String orderNumber, Long paymentId, Instant readAt, String endedBy, String note, long version) {
    /** Where a line stands. */
    public enum State {
        MATCHED, UNMATCHED, DROPPED
    }
}
