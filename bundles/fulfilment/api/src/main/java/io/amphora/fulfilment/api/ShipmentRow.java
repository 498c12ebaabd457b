package io.amphora.fulfilment.api;

import java.time.Instant;
import java.time.LocalDate;

/** One row of a list of shipments. Fields as in {@link Shipment}. @param trackingNumber of its first parcel that has one */
public record ShipmentRow(long id, String number, long orderId, String orderNumber, String customerName, ShipmentState state, ShipmentAction pending, String carrier, String service,
                          String trackingNumber, int parcels, LocalDate expectedOn, Instant lateSince, Instant shippedAt, Instant heardAt, String problem, long version) {
}
