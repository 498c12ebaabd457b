package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import io.amphora.common.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Packing and sending. Needs {@link #FULFIL}. Each method checks the version the caller saw and the table of {@link ShipmentAction}; an illegal one is refused with
 * the reason and what would be possible. Carriers are asked outside any transaction, so {@link #label}, {@link #unlabel}, {@link #cancel} and {@link #rates} must
 * not be called inside one. Publishes {@code shipment.<state>} such as {@code shipment.labelled}, {@code shipment.shipped}, {@code shipment.delivered},
 * {@code shipment.lost}; {@code shipment.packed}, {@code shipment.late}; key: the shipment's id. Thread-safe.
 */
@ProviderType
public interface ShippingDesk {
    String FULFIL = "order.fulfil";

    /**
     * Begins a shipment with what is picked of an order.
     *
     * @param parcels empty: one parcel with all that is to be packed
     * @throws io.amphora.common.AmphoraException.Refused if nothing is picked
     * @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong, fields like {@code parcels[0].items[1].quantity}
     */
    Shipment prepare(Actor by, long orderId, List<NewParcel> parcels);

    /** Replaces what is in the parcels; a parcel keeps its SSCC as long as its place in the list is taken. */
    Shipment pack(Actor by, long id, long version, List<NewParcel> parcels);

    /** What all carriers that are there would do it for, best first; one that gives no answer is named with the reason. */
    List<Offer> rates(Actor by, long id, Locale locale);

    /**
     * Gives it to a carrier. The wish is written first; a carrier without an answer is asked again under the same key.
     *
     * @param service one of {@link #rates}, null for the carrier's usual one
     * @param onceKey whoever asks again with the same key gets what the first asking came to; null: each call is another
     * @throws io.amphora.common.AmphoraException.Refused if the carrier is not there, or a parcel has no weight where it is needed
     */
    Shipment label(Actor by, long id, long version, String carrierId, String service, String onceKey);

    /**
     * Somebody else brings it, whom no bundle speaks to; or the label was bought elsewhere.
     *
     * @param carrier         required
     * @param trackingNumbers per parcel in their order; fewer, or null ones, where there are none
     */
    Shipment labelByHand(Actor by, long id, long version, String carrier, List<String> trackingNumbers);

    /** Takes the labels back. @param byHand the carrier is not asked: somebody has seen to it; also gives up waiting for a carrier that is not there */
    Shipment unlabel(Actor by, long id, long version, boolean byHand);

    /** Gives it up; what was in it can be packed again. @param byHand as above */
    Shipment cancel(Actor by, long id, long version, boolean byHand);

    /** It leaves: the lines of the order are shipped; a line of which only a part is in the parcels is split. */
    Shipment ship(Actor by, long id, long version);

    /**
     * Says by hand what happened on the way.
     *
     * @param parcel number, null for all
     * @param at     null for now
     * @param note   who signed, what is wrong; may be null
     */
    Shipment report(Actor by, long id, long version, Integer parcel, TrackingStatus status, Instant at, String note);

    /** What can be done to it now, by anybody with the permission: without what would be refused as its carrier cannot be asked. @since 1.6 */
    Set<ShipmentAction> possible(Shipment shipment);

    /** What can be done to it only by hand now, as its carrier cannot be asked: see {@link #unlabel} and {@link #cancel}. @since 1.6 */
    Set<ShipmentAction> onlyByHand(Shipment shipment);

    /** The carriers that are there now, by title. */
    List<CarrierInfo> carriers(Actor by, Locale locale);

    /** What one carrier offers. @param problem why it offers nothing, null if it does */
    record Offer(String carrierId, String carrier, CarrierRate rate, Problem problem) {
    }

    /** @param health {@code ok}, {@code failing} or {@code open}: not asked for a while after repeated failures */
    record CarrierInfo(String id, String title, String bundle, String bundleVersion, String health, long asked, long failed, String lastError) {
    }
}
