package io.amphora.order.api;

/** What a charge is for. */
public enum ChargeType {
    SHIPPING, HANDLING, GIFT_WRAP, PAYMENT, OTHER
}
