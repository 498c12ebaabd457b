package io.amphora.fulfilment.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard SPI: brings parcels to customers. Called on any thread, several at once, never inside a transaction, with a deadline of ten seconds; one that throws or
 * hangs is asked again later <em>under the same key</em>, and after repeated failures not at all for a while. The same key must buy one label only and give the
 * same answer. Shipments keep the id and the title: they stay readable, and can be followed by hand, when the carrier's bundle is gone.
 */
@ConsumerType
public interface Carrier {
    /** Required service property: stable id of the carrier; shipments keep it. Never change it. */
    String PROPERTY_ID = "amphora.carrier.id";
    /** At most so many tracking numbers are asked for at once. */
    int MAX_TRACKED = 50;

    /** What people call it. */
    String title(Locale locale);

    /**
     * What it would cost and how long it would take, per service; needs no key.
     *
     * @return the services that take this shipment, best first; empty if none does. Never null
     */
    List<CarrierRate> rates(CarrierRequest request) throws CarrierException;

    /** Announces the parcels and buys their labels. @throws CarrierException if there is no answer: it is asked again. Never null */
    CarrierLabel label(CarrierRequest request) throws CarrierException;

    /** All it knows of these parcels, in any order; what was told before may be told again. @param trackingNumbers at most {@link #MAX_TRACKED} */
    List<CarrierEvent> track(Collection<String> trackingNumbers) throws CarrierException;

    /** Takes labels back that were not used. */
    CarrierAnswer cancel(CarrierCancel request) throws CarrierException;
}
