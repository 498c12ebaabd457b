package io.amphora.fulfilment.api;

/** What becomes of goods that were not found. */
public enum ShortRemedy {
    /** They are reserved anew wherever there are enough. */
    ELSEWHERE,
    /** The customer waits for them. */
    BACKORDER,
    /** The customer does not get them. */
    CANCEL
}
