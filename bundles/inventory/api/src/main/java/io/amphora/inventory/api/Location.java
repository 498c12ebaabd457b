package io.amphora.inventory.api;

/**
 * A place of stock.
 *
 * @param code     short, unique: {@code MAIN}
 * @param region   for assignment rules: country or province, may be null
 * @param priority smaller is asked first when stock is reserved
 */
public record Location(long id, String code, String name, String region, int priority, boolean active, long version) {
}
