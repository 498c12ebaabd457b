package io.amphora.catalog.api;

import io.amphora.common.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something sold.
 *
 * @param unit        UN/ECE-like short text: {@code pcs}, {@code kg}
 * @param price       list price of one unit; the setting {@code order.prices-include-tax} says whether with or without tax
 * @param productLine free grouping, may be null
 * @param active      whether new orders may contain it
 * @param stocked     whether stock is kept; false for services, charges and postage
 * @param taxRate     in percent, null if it knows no tax
 * @param cost        what one unit costs us, in the currency of the price; null if that is not known
 * @param components  what a kit consists of, per unit of the kit; empty if it is no kit
 */
public record Product(long id, String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked, long version, BigDecimal taxRate, BigDecimal cost,
                      List<KitComponent> components) {
    public Product {
        components = List.copyOf(components);
    }

    /** No kit, without tax and cost. */
    public Product(long id, String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked, long version) {
        this(id, sku, name, unit, price, productLine, active, stocked, version, null, null, List.of());
    }

    /** Whether it is sold as one and taken from stock as several. */
    public boolean isKit() {
        return !components.isEmpty();
    }

    /** What can be said of it by a person or a file. */
    public ProductData data() {
        return new ProductData(sku, name, unit, price, productLine, active, stocked, taxRate, cost, components);
    }
}
