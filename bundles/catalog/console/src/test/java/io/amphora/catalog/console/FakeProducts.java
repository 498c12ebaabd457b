package io.amphora.catalog.console;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Products in memory. */
final class FakeProducts implements Products {
    final List<Product> all = new ArrayList<>(List.of(
            new Product(1, "CUP-1", "Cup", "pcs", Money.of("4.5000", "EUR"), "Tableware", true, true, 1),
            new Product(2, "TEA-1", "Tea", "pcs", Money.of("9.8000", "EUR"), "Tea", false, true, 1)));
    ProductFilter asked;

    @Override
    public Product create(Actor by, ProductData data) {
        Problems problems = new Problems();
        problems.text("sku", data.sku(), 40);
        problems.text("name", data.name(), 200);
        problems.check(data.price() != null, "price", "required", "must not be empty");
        problems.throwIfAny();
        all.add(new Product(all.size() + 1, data.sku(), data.name(), data.unit(), data.price(), data.productLine(), data.active(), data.stocked(), 1));
        return all.get(all.size() - 1);
    }

    @Override
    public Product change(Actor by, long id, long version, ProductData d) {
        Product old = find(by, id);
        if (old.version() != version) {
            throw new AmphoraException.Stale("product", id, version, old.version());
        }
        Product changed = new Product(id, d.sku(), d.name(), d.unit(), d.price(), d.productLine(), d.active(), d.stocked(), version + 1);
        all.set((int) id - 1, changed);
        return changed;
    }

    @Override
    public Saved saveAll(Actor by, List<ProductData> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Product find(Actor by, long id) {
        return all.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> new AmphoraException.NotFound("product", id));
    }

    @Override
    public Optional<Product> findBySku(Actor by, String sku) {
        return all.stream().filter(p -> p.sku().equals(sku)).findFirst();
    }

    @Override
    public Map<String, Product> lookup(Collection<String> skus) {
        return all.stream().filter(p -> skus.contains(p.sku())).collect(Collectors.toMap(Product::sku, p -> p));
    }

    @Override
    public io.amphora.common.Page<Product> list(Actor by, ProductFilter filter, PageRequest page) {
        asked = filter;
        return new io.amphora.common.Page<>(all.stream().filter(p -> filter.active() == null || p.active() == filter.active()).toList(), null);
    }

    @Override
    public List<Product> search(Actor by, String text, int limit) {
        return all.stream().filter(p -> p.sku().startsWith(text)).toList();
    }

    @Override
    public List<String> productLines(Actor by) {
        return List.of("Tableware", "Tea");
    }
}
