package io.amphora.catalog.api;

import java.math.BigDecimal;

/** A part of a kit. @param quantity above zero, per unit of the kit, at most three decimals */
public record KitComponent(String sku, BigDecimal quantity) {
}
