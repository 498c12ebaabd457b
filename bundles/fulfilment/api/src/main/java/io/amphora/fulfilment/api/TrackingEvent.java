package io.amphora.fulfilment.api;

import java.time.Instant;

/**
 * A tracking event as kept, for ever.
 *
 * @param carrier    id of who told it; {@code person} for staff, {@code order} for what was done on the order
 * @param at         when it happened
 * @param receivedAt when it was heard of
 * @param toldBy     sign-in name of who told it
 * @param parcel     number of the parcel, null while its tracking number is unknown here
 */
public record TrackingEvent(long id, String carrier, String trackingNumber, TrackingStatus status, Instant at, Instant receivedAt, String place, String text, String toldBy, Integer parcel) {
}
