package io.amphora.order.api;

import java.math.BigDecimal;

/** A component of a kit on an order line, as it was when the line was entered. @param quantity per unit of the line */
public record KitPart(String sku, BigDecimal quantity) {
}
