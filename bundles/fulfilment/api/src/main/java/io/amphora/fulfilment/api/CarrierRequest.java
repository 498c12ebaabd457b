package io.amphora.fulfilment.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What a carrier is to bring.
 *
 * @param key         idempotency key: the same for every attempt of one label, never for another; null where only rates are asked for
 * @param orderNumber for the label
 * @param service     one of the carrier's, null for its usual one
 * @param parcels     at least one
 */
public record CarrierRequest(String key, String orderNumber, String service, Destination to, List<Parcel> parcels) {
    public CarrierRequest {
        Objects.requireNonNull(to);
        parcels = List.copyOf(parcels);
    }

    /** Where it goes; every part may be null. @param country as written, often an ISO 3166 code */
    public record Destination(String recipient, String street, String city, String region, String postalCode, String country) {
    }

    /**
     * @param number   1, 2, 3 within the shipment
     * @param sscc     18 digits, null if the installation has no company prefix
     * @param weightKg null if it was not weighed; sizes in centimetres, null if not measured
     */
    public record Parcel(int number, String sscc, BigDecimal weightKg, BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm) {
    }
}
