package io.amphora.fulfilment.rest;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.fulfilment.api.CarrierEvent;
import io.amphora.fulfilment.api.NewParcel;
import io.amphora.fulfilment.api.TrackingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is asked for. */
public final class ShipmentIn {
    private ShipmentIn() {
    }

    /** A shipment to come; without parcels all that is to be packed goes into one. */
    public record NewShipmentIn(long orderId, List<ParcelIn> parcels) {
    }

    /** What is in which parcel. */
    public record ParcelsIn(List<ParcelIn> parcels) {
    }

    /** A parcel: kilograms and centimetres. */
    public record ParcelIn(BigDecimal weightKg, BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm, List<ItemIn> items) {
    }

    /** So much of an order line. */
    public record ItemIn(long lineId, BigDecimal quantity) {
    }

    /** Who brings it: the id of a carrier with its service, or by hand a name with tracking numbers. */
    public record LabelIn(String carrier, String service, String byHand, List<String> trackingNumbers) {
    }

    /** {@code byHand}: the carrier is not asked. */
    public record BackIn(Boolean byHand) {
    }

    /** What happened on the way; without a parcel to all, without a time now. */
    public record ReportIn(Integer parcel, TrackingStatus status, Instant at, String note) {
    }

    /** Tracking events of one carrier. */
    public record EventsIn(String carrier, List<EventIn> events) {
        List<CarrierEvent> toEvents() {
            List<Problem> wrong = new ArrayList<>();
            List<CarrierEvent> all = new ArrayList<>();
            List<EventIn> given = events == null ? List.of() : events;
            for (int i = 0; i < given.size(); i++) {
                EventIn e = given.get(i);
                int before = wrong.size();
                missing(e == null ? null : e.trackingNumber(), "events[" + i + "].trackingNumber", wrong);
                missing(e == null ? null : e.status(), "events[" + i + "].status", wrong);
                missing(e == null ? null : e.at(), "events[" + i + "].at", wrong);
                if (wrong.size() == before) {
                    all.add(new CarrierEvent(e.id(), e.trackingNumber(), e.status(), e.at(), e.place(), e.text()));
                }
            }
            if (!wrong.isEmpty()) {
                throw new AmphoraException.Invalid(wrong);
            }
            return all;
        }

        private static void missing(Object value, String field, List<Problem> wrong) {
            if (value == null) {
                wrong.add(Problem.of(field, "required", "must not be empty"));
            }
        }
    }

    /** One of them; {@code id} is the carrier's own. */
    public record EventIn(String id, String trackingNumber, TrackingStatus status, Instant at, String place, String text) {
    }

    static List<NewParcel> parcels(List<ParcelIn> in) {
        return in == null ? List.of() : in.stream().map(p -> new NewParcel(p.weightKg(), p.lengthCm(), p.widthCm(), p.heightCm(),
                p.items() == null ? List.of() : p.items().stream().map(i -> new NewParcel.Item(i.lineId(), i.quantity())).toList())).toList();
    }
}
