package io.amphora.inventory.rest;

import io.amphora.catalog.api.Product;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What of a product can be sold, by location. Of a kit: as many whole ones as its scarcest component gives at one location. @param total null if no stock is kept */
public record AvailableJson(String sku, boolean kit, BigDecimal total, List<AtJson> locations) {
    /** At one location. */
    public record AtJson(long locationId, BigDecimal available) {
    }

    /** @param stock by SKU and location, also of the components */
    static AvailableJson of(Product product, Map<String, Map<Long, BigDecimal>> stock) {
        Map<Long, BigDecimal> at = product.isKit() ? KitStock.available(parts(product), stock) : stock.getOrDefault(product.sku(), Map.of());
        List<AtJson> locations = at.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> new AtJson(e.getKey(), Decimals.plain(e.getValue()))).toList();
        return new AvailableJson(product.sku(), product.isKit(), product.stocked() ? Decimals.plain(at.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)) : null, locations);
    }

    private static List<Reservations.Part> parts(Product kit) {
        return kit.components().stream().map(c -> new Reservations.Part(c.sku(), c.quantity())).toList();
    }
}
