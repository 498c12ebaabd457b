package io.amphora.payment.api;

import java.time.LocalDate;

/** When an order is to be paid. */
public enum PaymentTerms {
    IMMEDIATE(0), NET_7(7), NET_14(14), NET_30(30),
    /** Before the goods leave. */
    PREPAID(0),
    /** When the goods arrive: no due date until then. */
    CASH_ON_DELIVERY(-1);

    private final int days;

    PaymentTerms(int days) {
        this.days = days;
    }

    /**
     * @param placed    the day the order was placed
     * @param delivered the day it arrived, null before
     * @return null while there is none
     */
    public LocalDate dueOn(LocalDate placed, LocalDate delivered) {
        return days < 0 ? delivered : placed.plusDays(days);
    }
}
