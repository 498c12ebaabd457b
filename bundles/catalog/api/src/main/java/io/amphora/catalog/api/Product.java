package io.amphora.catalog.api;

import io.amphora.common.Money;

/**
 * Something sold.
 *
 * @param unit        UN/ECE-like short text: {@code pcs}, {@code kg}
 * @param price       list price of one unit, before tax
 * @param productLine free grouping, may be null
 * @param active      whether new orders may contain it
 * @param stocked     whether stock is kept; false for services, charges and postage
 */
public record Product(long id, String sku, String name, String unit, Money price, String productLine, boolean active, boolean stocked, long version) {
    /** What can be said of it by a person or a file. */
    public ProductData data() {
        return new ProductData(sku, name, unit, price, productLine, active, stocked);
    }
}
