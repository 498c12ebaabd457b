package io.amphora.order.api;

/** Where a quotation stands. */
public enum QuotationStatus {
    /** Being written; its draft can be changed. */
    OPEN,
    /** The customer has it; its draft is fixed. */
    SENT,
    /** Became an order. */
    ACCEPTED,
    DECLINED,
    /** Its time is over; it can be revised. */
    EXPIRED;

    public boolean isFinal() {
        return this == ACCEPTED || this == DECLINED;
    }
}
