package io.amphora.fulfilment.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Goods of one order that go together.
 *
 * @param number          what people call it: {@code S-100017}
 * @param locationId      where it leaves from, null if unknown
 * @param pending         what the carrier is being asked for: LABEL, UNLABEL or CANCEL; null if nothing
 * @param carrierId       of the {@link Carrier}, which may be gone; null if somebody else brings it, or before it is labelled
 * @param carrier         its title, kept
 * @param reference       the carrier's name for it
 * @param expectedOn      when it should arrive, null if unknown
 * @param lateSince       since when it is known to be late, null while it is not
 * @param orderShipmentId of {@code Order.Shipment}, null until it left
 * @param heardAt         when it left or was last heard of
 * @param problem         what stands in its way, for people: the last refusal of the carrier or of the order; null if nothing does
 */
public record Shipment(long id, String number, long orderId, String orderNumber, String customerName, Long locationId, ShipmentState state, ShipmentAction pending, String carrierId,
                       String carrier, String service, String reference, LocalDate expectedOn, Instant lateSince, Long orderShipmentId, List<Parcel> parcels, Instant createdAt,
                       String createdBy, Instant shippedAt, Instant deliveredAt, Instant heardAt, String problem, long version) {
    public Shipment {
        parcels = List.copyOf(parcels);
    }

    /**
     * @param number         1, 2, 3 within the shipment
     * @param sscc           18 digits; null if the installation has no company prefix
     * @param trackingNumber null before it is labelled, and if the carrier gives none
     * @param weightKg       null if not weighed; sizes in centimetres, null if not measured
     * @param label          whether the carrier gave a label as PDF
     */
    public record Parcel(long id, int number, String sscc, String trackingNumber, ShipmentState state, BigDecimal weightKg, BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm,
                         boolean label, List<Item> items) {
        public Parcel {
            items = List.copyOf(items);
        }
    }

    /** So much of an order line. @param position as the order numbers it */
    public record Item(long lineId, int position, String sku, String name, BigDecimal quantity, String unit) {
    }

    /** What can be done to it now, by anybody with the permission. */
    public Set<ShipmentAction> possible() {
        return pending == null ? ShipmentAction.nextOf(state) : Set.of();
    }
}
