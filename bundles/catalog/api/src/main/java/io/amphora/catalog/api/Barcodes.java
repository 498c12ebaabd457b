package io.amphora.catalog.api;

import io.amphora.common.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The barcodes of products, GTINs mostly: several per product (its own, that of the carton), each of one product only. Reading needs {@code catalog.read}, changing
 * {@code catalog.edit}. Publishes {@code product.changed}. Thread-safe.
 */
@ProviderType
public interface Barcodes {
    /** The most of one product. */
    int MAX = 20;

    /** Those of a product, in the order they were given. */
    List<String> of(Actor by, String sku);

    /**
     * Replaces them.
     *
     * @param seen the version that was read; somebody else was faster: {@link io.amphora.common.AmphoraException.Stale}
     * @throws io.amphora.common.AmphoraException.Invalid naming all that are no GTIN (8, 12, 13 or 14 digits with the right check digit) although they look like one, are too
     *                                                    long, given twice, or of another product; fields {@code barcodes[2]}
     */
    List<String> set(Actor by, String sku, List<String> barcodes, long seen);

    /** Whatever is there now: for programs that set up an installation. */
    default List<String> set(Actor by, String sku, List<String> barcodes) {
        return set(by, sku, barcodes, -1);
    }

    /** The version of a product's barcodes, for {@link #set}; read it first. */
    long version(Actor by, String sku);

    /**
     * For other domains, without a permission: the SKU that a scanned code means. A SKU is found in any case, a GTIN with or without leading zeros. Joins the running
     * transaction.
     */
    Optional<String> sku(String code);

    /** For other domains, without a permission: the barcodes of these SKUs; SKUs without any are not named. Joins the running transaction. */
    Map<String, List<String>> lookup(Collection<String> skus);
}
