package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes tracking events in, from carriers' webhooks and from polling. Needs {@link #TRACK}. Told twice they are kept once; told in the wrong order they come to the same.
 * They move the shipment and deliver the lines of the order. Thread-safe.
 */
@ProviderType
public interface TrackingIntake {
    String TRACK = "fulfilment.track";
    int MAX = 500;

    /**
     * @param carrier id of the carrier, required
     * @param events  at most {@link #MAX}; a tracking number that is unknown here is kept, and counts once a parcel has it
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong with any event; nothing is taken in then
     */
    Taken take(Actor by, String carrier, List<CarrierEvent> events);

    /** What came of it. @param known were told before; @param unmatched of {@code taken}, no parcel has the number */
    record Taken(int taken, int known, int unmatched) {
    }
}
