package io.amphora.inventory.api;

/**
 * Which stock; every part may be null (any).
 *
 * @param sku beginning of the SKU
 * @param low only where available is at or below the safety stock, or zero
 */
public record StockFilter(String sku, Long locationId, Boolean low) {
    public static final StockFilter ALL = new StockFilter(null, null, null);
}
