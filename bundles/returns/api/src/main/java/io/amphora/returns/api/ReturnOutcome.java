package io.amphora.returns.api;

/** What the customer gets. */
public enum ReturnOutcome {
    /** Money, by the way it came. */
    REFUND,
    /** The money stays here for the customer to spend. */
    STORE_CREDIT,
    /** The same goods again, in an order that costs nothing. */
    REPLACEMENT,
    /** Other goods, in an order that is paid with what these are worth; the difference is charged or given back. */
    EXCHANGE,
    /** The same goods, repaired and sent back; no money moves. */
    REPAIR;

    /** Whether the customer no longer owes what comes back. */
    public boolean credits() {
        return this == REFUND || this == STORE_CREDIT || this == EXCHANGE;
    }

    /** Whether it makes a new order. */
    public boolean orders() {
        return this == REPLACEMENT || this == EXCHANGE;
    }
}
