package io.amphora.order.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A line whose texts fit, with what the catalogue knows.
 *
 * @param quantity  null only in drafts
 * @param unitPrice null only in drafts
 * @param listPrice of the catalogue in the order's currency, null if unknown
 */
record CheckedLine(String sku, String name, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal listPrice, boolean stocked) {
    BigDecimal amount() {
        return quantity == null || unitPrice == null ? BigDecimal.ZERO : unitPrice.multiply(quantity).setScale(4, RoundingMode.HALF_UP);
    }
}
