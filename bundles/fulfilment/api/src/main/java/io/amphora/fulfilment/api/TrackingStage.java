package io.amphora.fulfilment.api;

/** What a customer sees of an order's way, in this order. */
public enum TrackingStage {
    /** It was placed. */
    ORDERED,
    /** It was accepted and is being made ready. */
    HANDLED,
    /** The first goods left the house. */
    SHIPPED,
    /** All goods have left the house. */
    IN_TRANSIT,
    /** All goods have arrived. */
    SIGNED_FOR
}
