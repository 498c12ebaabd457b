package io.amphora.catalog.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A product as entered. Fields as in {@link Product}.
 *
 * @param sku  1 to 40 characters, unique (case matters), never changes
 * @param name 1 to 200 characters
 * @param unit       null means {@code pcs}
 * @param taxRate    percent, 0 to 100, at most four decimals; may be null
 * @param cost       not negative, at most four decimals; may be null
 * @param components at most 50, each SKU once, none of them a kit; a product with components is a kit and must be {@code stocked}. Null means empty
 */
public record ProductData(String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked, BigDecimal taxRate, BigDecimal cost,
                          List<KitComponent> components) {
    public ProductData {
        components = components == null ? List.of() : List.copyOf(components);
    }

    /** No kit, without tax and cost. */
    public ProductData(String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked) {
        this(sku, name, unit, price, productLine, active, stocked, null, null, List.of());
    }

    /** The same, sold or not. */
    public ProductData withActive(boolean sold) {
        return new ProductData(sku, name, unit, price, productLine, sold, stocked, taxRate, cost, components);
    }
}
