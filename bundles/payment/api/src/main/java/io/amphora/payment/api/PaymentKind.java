package io.amphora.payment.api;

/** What a payment is for. */
public enum PaymentKind {
    /** What an order still owes; kept in step with the order. */
    BALANCE,
    /** A part asked for ahead. */
    DEPOSIT,
    /** A part that somebody entered. */
    PART
}
