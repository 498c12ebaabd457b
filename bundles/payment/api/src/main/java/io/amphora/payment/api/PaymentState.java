package io.amphora.payment.api;

/** Where a payment stands. How it gets from one to the other: {@link PaymentAction}. */
public enum PaymentState {
    /** Asked for, nothing received. */
    DUE,
    /** A gateway has set the amount aside; nothing received. */
    AUTHORISED,
    /** Received. */
    PAID,
    /** Received, and a part given back. */
    PARTLY_REFUNDED,
    /** Received, and all given back. */
    REFUNDED,
    /** A gateway refused it; may be tried again. */
    FAILED,
    /** Given up before anything was received. */
    VOIDED;

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == REFUNDED || this == VOIDED;
    }

    /** Whether money was received. */
    public boolean received() {
        return this == PAID || this == PARTLY_REFUNDED || this == REFUNDED;
    }
}
