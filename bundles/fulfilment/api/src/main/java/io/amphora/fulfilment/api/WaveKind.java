package io.amphora.fulfilment.api;

/** Into which lists a wave is parted. */
public enum WaveKind {
    /** One for each order and location. */
    ORDER,
    /** One for each location, with all orders. */
    LOCATION,
    /** One for each zone of a location, with all orders. */
    ZONE
}
