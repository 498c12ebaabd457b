package io.amphora.fulfilment.api;

import java.math.BigDecimal;

/** What is picked of a line and in no parcel yet. Fields as in {@link Shipment.Item}. */
public record ToPack(long lineId, int position, String sku, String name, BigDecimal quantity, String unit) {
}
