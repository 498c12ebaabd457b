package io.amphora.fulfilment.rest;

import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentAction;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A shipment. {@code pending} is what the carrier still has to answer; {@code possible} what can be done or may happen now; {@code onlyByHand} what can be done with {@code byHand}, as the carrier cannot be asked. */
public record ShipmentJson(long id, String number, long orderId, String orderNumber, String customerName, Long locationId, ShipmentState state, ShipmentAction pending, String carrier,
                           String carrierTitle, String service, String reference, LocalDate expectedOn, Instant lateSince, Long orderShipmentId, List<ParcelJson> parcels, Instant createdAt,
                           String createdBy, Instant shippedAt, Instant deliveredAt, Instant heardAt, String problem, Set<ShipmentAction> possible, Set<ShipmentAction> onlyByHand, long version) {
    /** A parcel: kilograms and centimetres. {@code label}: whether the carrier gave one as PDF. */
    public record ParcelJson(int number, String sscc, String trackingNumber, ShipmentState state, BigDecimal weightKg, BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm,
                             boolean label, List<Shipment.Item> items) {
    }

    static ShipmentJson of(Shipment s, ShippingDesk desk) {
        return new ShipmentJson(s.id(), s.number(), s.orderId(), s.orderNumber(), s.customerName(), s.locationId(), s.state(), s.pending(), s.carrierId(), s.carrier(), s.service(), s.reference(),
                s.expectedOn(), s.lateSince(), s.orderShipmentId(), s.parcels().stream().map(ShipmentJson::of).toList(), s.createdAt(), s.createdBy(), s.shippedAt(), s.deliveredAt(), s.heardAt(),
                s.problem(), desk.possible(s), desk.onlyByHand(s), s.version());
    }

    private static ParcelJson of(Shipment.Parcel p) {
        return new ParcelJson(p.number(), p.sscc(), p.trackingNumber(), p.state(), Decimals.plain(p.weightKg()), Decimals.plain(p.lengthCm()), Decimals.plain(p.widthCm()),
                Decimals.plain(p.heightCm()), p.label(), p.items());
    }
}
