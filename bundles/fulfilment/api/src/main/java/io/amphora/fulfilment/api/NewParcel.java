package io.amphora.fulfilment.api;

import java.math.BigDecimal;
import java.util.List;

/** A parcel as it is packed. @param weightKg may be null until it is labelled; sizes in centimetres, may be null */
public record NewParcel(BigDecimal weightKg, BigDecimal lengthCm, BigDecimal widthCm, BigDecimal heightCm, List<Item> items) {
    public NewParcel {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** So much of an order line. */
    public record Item(long lineId, BigDecimal quantity) {
    }
}
