package io.amphora.catalog.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The products. Reading needs {@code catalog.read}, changing {@code catalog.edit}. Publishes {@code product.created}, {@code product.changed}. Thread-safe. */
@ProviderType
public interface Products {
    String READ = "catalog.read";
    String EDIT = "catalog.edit";

    /** @throws io.amphora.common.AmphoraException.Invalid also when the SKU is taken */
    Product create(Actor by, ProductData data);

    Product change(Actor by, long id, long version, ProductData data);

    /**
     * Creates what is not there, changes what differs, by SKU; for imports. Joins the running transaction; no event per row, one
     * {@code product.imported} for all.
     *
     * @return how many were created, and changed
     */
    Saved saveAll(Actor by, List<ProductData> rows);

    /** Outcome of {@link #saveAll}. */
    record Saved(int created, int changed, int unchanged) {
    }

    Product find(Actor by, long id);

    Optional<Product> findBySku(Actor by, String sku);

    /**
     * For other domains, without a permission: the products of these SKUs that exist, in one query or less; joins the running
     * transaction. May be up to two seconds old.
     */
    Map<String, Product> lookup(Collection<String> skus);

    /** By SKU. */
    Page<Product> list(Actor by, ProductFilter filter, PageRequest page);

    /** For line entry: the best matches for what somebody types (SKU first, then name), active ones only. */
    List<Product> search(Actor by, String text, int limit);

    /** The product lines in use, sorted. */
    List<String> productLines(Actor by);
}
