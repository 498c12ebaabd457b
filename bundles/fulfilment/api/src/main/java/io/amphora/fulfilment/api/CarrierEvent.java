package io.amphora.fulfilment.api;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a parcel on its way.
 *
 * @param id    the carrier's own of this event; null: then number, status, time and text tell it from others
 * @param at    when it happened
 * @param place may be null
 * @param text  the carrier's words, may be null
 */
public record CarrierEvent(String id, String trackingNumber, TrackingStatus status, Instant at, String place, String text) {
    public CarrierEvent {
        Objects.requireNonNull(trackingNumber);
        Objects.requireNonNull(status);
        Objects.requireNonNull(at);
    }
}
