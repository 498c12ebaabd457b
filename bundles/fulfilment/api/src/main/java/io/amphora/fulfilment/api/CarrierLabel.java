package io.amphora.fulfilment.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a carrier says to a request for labels.
 *
 * @param accepted   false: it will not take the shipment as it is; then only the message counts
 * @param reference  its name for the shipment, kept for {@link Carrier#cancel}; may be null
 * @param expectedOn when it should arrive, null if unknown
 * @param parcels    one per parcel asked for, if accepted
 * @param message    for people, null if there is nothing to say
 */
public record CarrierLabel(boolean accepted, String reference, LocalDate expectedOn, List<Labelled> parcels, String message) {
    public CarrierLabel {
        parcels = List.copyOf(parcels);
    }

    /**
     * @param number         of the parcel, as it was asked for
     * @param trackingNumber at most 100 characters; null if the carrier gives none
     * @param pdf            the label to stick on, null if the shop's own is enough; not copied, not to be changed
     */
    public record Labelled(int number, String trackingNumber, byte[] pdf) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Labelled l && l.number == number && Objects.equals(l.trackingNumber, trackingNumber) && Arrays.equals(l.pdf, pdf);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, trackingNumber, Arrays.hashCode(pdf));
        }
    }

    public static CarrierLabel declined(String message) {
        return new CarrierLabel(false, null, null, List.of(), message);
    }
}
