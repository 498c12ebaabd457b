package io.amphora.catalog.rest;

import io.amphora.catalog.api.Product;
import io.amphora.web.api.Decimals;
import java.math.BigDecimal;
import java.util.List;

/** A product as it is shown. */
public record ProductJson(long id, String sku, String name, String unit, BigDecimal price, String currency, String productLine, boolean active, boolean stocked, BigDecimal taxRate,
                          BigDecimal cost, List<ComponentJson> components, long version) {
    static ProductJson of(Product p) {
        return new ProductJson(p.id(), p.sku(), p.name(), p.unit(), Decimals.plain(p.price().amount()), p.price().currency().getCurrencyCode(), p.productLine(),
                p.active(), p.stocked(), p.taxRate(), p.cost(), p.components().stream().map(ComponentJson::of).toList(), p.version());
    }
}
