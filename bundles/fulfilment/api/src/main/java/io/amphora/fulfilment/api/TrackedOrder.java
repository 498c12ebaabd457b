package io.amphora.fulfilment.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order as its customer sees it.
 *
 * @param reached   when each stage was reached; stages to come are absent
 * @param partly    some goods have left, and others are still here
 * @param language  of its customer, as {@code zh}; null if there is none on record
 * @param cancelled it was cancelled or rejected: no further stage will be reached
 */
public record TrackedOrder(String number, Map<TrackingStage, Instant> reached, boolean cancelled, boolean partly, List<Parcel> parcels, String language) {
    public TrackedOrder {
        reached = Collections.unmodifiableMap(new TreeMap<>(reached));
        parcels = List.copyOf(parcels);
    }

    /** Of which nothing is left behind. */
    public TrackedOrder(String number, Map<TrackingStage, Instant> reached, boolean cancelled, List<Parcel> parcels, String language) {
        this(number, reached, cancelled, false, parcels, language);
    }

    /** Of a customer without a language. */
    public TrackedOrder(String number, Map<TrackingStage, Instant> reached, boolean cancelled, List<Parcel> parcels) {
        this(number, reached, cancelled, false, parcels, null);
    }

    /** Goods that left together. @param carrier and trackingNumber null if there is none; deliveredAt null while on the way @param gone it was lost or went back, and will not arrive */
    public record Parcel(String carrier, String trackingNumber, Instant shippedAt, Instant deliveredAt, boolean gone) {
        /** On its way, or there. */
        public Parcel(String carrier, String trackingNumber, Instant shippedAt, Instant deliveredAt) {
            this(carrier, trackingNumber, shippedAt, deliveredAt, false);
        }
    }

    /** The last stage reached; null only if the order was cancelled before it was placed. */
    public TrackingStage stage() {
        return reached.keySet().stream().max(Comparator.naturalOrder()).orElse(null);
    }
}
