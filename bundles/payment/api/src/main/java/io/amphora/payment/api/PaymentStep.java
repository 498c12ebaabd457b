package io.amphora.payment.api;

import io.amphora.common.Money;
import java.time.Instant;

/**
 * One thing done with a payment: written before a gateway is asked, completed by its answer.
 *
 * @param gatewayKey the key under which the gateway was asked; it is asked again under the same one
 * @param byHand     no gateway was asked
 * @param reference  the gateway's or the bank's
 * @param message    the gateway's words, or why there is no answer
 * @param reason     of the person
 * @param attempts   how often the gateway was asked
 * @param endedBy    who confirmed it by hand, null if the gateway answered
 */
public record PaymentStep(long id, long paymentId, PaymentAction action, State state, Money amount, String gatewayKey, boolean byHand, String reference, String message, String reason,
                          int attempts, String askedBy, Instant askedAt, Instant endedAt, String endedBy) {
    /** How far a step is. */
    public enum State {
        /** The gateway is being asked, or will be again. */
        ASKING,
        /** A person has to confirm it: the gateway said so, or gave no answer for too long. */
        TO_CONFIRM,
        DONE, DECLINED;

        public boolean ended() {
            return this == DONE || this == DECLINED;
        }
    }
}
