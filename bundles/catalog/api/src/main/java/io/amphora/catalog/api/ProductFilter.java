package io.amphora.catalog.api;

/**
 * Which products; every part may be null (any).
 *
 * @param text beginning of the SKU, or of any word of the name; case does not matter
 */
public record ProductFilter(String text, String productLine, Boolean active) {
    public static final ProductFilter ALL = new ProductFilter(null, null, null);
}
