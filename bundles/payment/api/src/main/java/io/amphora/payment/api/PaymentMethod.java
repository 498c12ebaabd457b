package io.amphora.payment.api;

/** How a payment is made. */
public enum PaymentMethod {
    /** Not said yet. */
    OPEN,
    /** By a {@link PaymentGateway}; its id stands in the payment. */
    GATEWAY,
    BANK_TRANSFER,
    CASH,
    CASH_ON_DELIVERY,
    /** What the customer has here, see {@link StoreCredits}; given back, it goes there again. */
    STORE_CREDIT
}
