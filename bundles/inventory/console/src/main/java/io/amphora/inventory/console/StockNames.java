package io.amphora.inventory.console;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.inventory.api.Location;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names beside SKUs and ids, for one visit of a page. */
final class StockNames {
    private final Map<Long, String> locations;
    private final Products products;

    /** @param products null while the catalog is switched off */
    StockNames(List<Location> locations, Products products) {
        this.locations = locations.stream().collect(Collectors.toMap(Location::id, Location::name));
        this.products = products;
    }

    String location(long id) {
        return locations.getOrDefault(id, "#" + id);
    }

    /** Empty if nobody knows. */
    String product(String sku) {
        Product p = products == null ? null : products.lookup(Set.of(sku)).get(sku);
        return p == null ? "" : p.name();
    }
}
