package io.amphora.catalog.api;

import io.amphora.common.Money;

/**
 * A product as entered. Fields as in {@link Product}.
 *
 * @param sku  1 to 40 characters, unique (case matters), never changes
 * @param name 1 to 200 characters
 * @param unit null means {@code pcs}
 */
public record ProductData(String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked) {
}
