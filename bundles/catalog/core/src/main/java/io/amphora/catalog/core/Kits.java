package io.amphora.catalog.core;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductData;
import io.amphora.common.Problems;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kits consist of products that are no kits themselves. Costs nothing where no product of a batch is a kit or was one. */
final class Kits {
    private Kits() {
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all components that are unknown, or kits themselves */
    static void check(EntityManager em, List<ProductData> kits) {
        Problems problems = new Problems();
        for (ProductData kit : kits) {
            List<String> parts = kit.components().stream().map(KitComponent::sku).toList();
            Map<String, Product> known = ProductFinder.bySku(em, parts);
            for (int i = 0; i < parts.size(); i++) {
                Product part = known.get(parts.get(i));
                problems.check(part != null, "components[" + i + "].sku", "product.kit-unknown", "there is no product {0}", parts.get(i));
                problems.check(part == null || !part.isKit(), "components[" + i + "].sku", "product.kit-in-kit", "{0} is a kit itself", parts.get(i));
            }
            List<String> in = Sql.of("select p.kit from product_part p where p.sku = ?", kit.sku()).first(1).values(em);
            problems.check(in.isEmpty(), "components", "product.kit-part", "{0} is part of the kit {1}: it cannot become a kit", kit.sku(), in.isEmpty() ? "" : in.get(0));
        }
        problems.throwIfAny();
    }

    /** @param before SKU to what it consisted of; only those that change */
    static void save(EntityManager em, Map<String, List<KitComponent>> before, Map<String, List<KitComponent>> after) {
        Map<String, List<KitComponent>> was = new HashMap<>(before);
        was.values().removeIf(List::isEmpty);
        Sql.batch(em, "delete from product_part where kit = ?", was.keySet().stream().map(kit -> new Object[] {kit}).toList());
        Sql.batch(em, "insert into product_part (sku, kit) values (?, ?)",
                after.entrySet().stream().flatMap(e -> e.getValue().stream().map(c -> new Object[] {c.sku(), e.getKey()})).toList());
    }
}
