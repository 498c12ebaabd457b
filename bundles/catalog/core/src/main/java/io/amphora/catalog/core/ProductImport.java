package io.amphora.catalog.core;

import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.ProductData;
import io.amphora.catalog.api.Products.Saved;
import io.amphora.common.Problems;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many products at once: read in one query per 256, written in batches. Of rows with the same SKU the last one counts. */
final class ProductImport {
    private final Map<String, ProductData> rows = new LinkedHashMap<>();
    private final Map<String, String> created = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, List<KitComponent>> wasKit = new HashMap<>();
    private final Map<String, List<KitComponent>> isKit = new HashMap<>();
    private int changed;

    private ProductImport() {
    }

    /** @throws io.amphora.common.AmphoraException.Invalid naming all problems of all rows */
    static ProductImport of(List<ProductData> data) {
        ProductImport batch = new ProductImport();
        Problems problems = new Problems();
        for (int i = 0; i < data.size(); i++) {
            ProductData checked = ProductRules.check(data.get(i), "[" + i + "].", problems);
            batch.rows.put(checked.sku(), checked);
        }
        problems.throwIfAny();
        return batch;
    }

    Set<String> skus() {
        return rows.keySet();
    }

    Saved save(EntityManager em) {
        created.clear();
        renamed.clear();
        wasKit.clear();
        isKit.clear();
        changed = 0;
        List<String> skus = List.copyOf(rows.keySet());
        for (int from = 0; from < skus.size(); from += Sql.MAX_IN) {
            save(em, skus.subList(from, Math.min(from + Sql.MAX_IN, skus.size())));
        }
        em.flush();
        ProductWords.save(em, created, renamed);
        if (!wasKit.isEmpty() || !isKit.isEmpty()) {
            // after all is there: a kit may come with its parts
            Kits.check(em, isKit.keySet().stream().map(rows::get).toList());
            Kits.save(em, wasKit, isKit);
        }
        return new Saved(created.size(), changed, rows.size() - created.size() - changed);
    }

    private void save(EntityManager em, List<String> skus) {
        Map<String, ProductEntity> known = new HashMap<>();
        em.createQuery("select p from ProductEntity p where p.sku in :skus", ProductEntity.class).setParameter("skus", new ArrayList<>(skus)).getResultList()
                .forEach(p -> known.put(p.sku(), p));
        for (String sku : skus) {
            ProductData data = rows.get(sku);
            ProductEntity entity = known.get(sku);
            if (entity == null) {
                em.persist(new ProductEntity(data));
                created.put(sku, data.name());
                kit(sku, List.of(), data.components());
            } else {
                change(entity, data);
            }
        }
    }

    private void kit(String sku, List<KitComponent> before, List<KitComponent> after) {
        if (!before.equals(after)) {
            wasKit.put(sku, before);
            isKit.put(sku, after);
            isKit.values().removeIf(List::isEmpty);
        }
    }

    private void change(ProductEntity entity, ProductData data) {
        ProductData before = entity.toProduct().data();
        entity.set(data);
        if (!before.equals(entity.toProduct().data())) {
            changed++;
        }
        kit(data.sku(), before.components(), data.components());
        if (!before.name().equals(data.name())) {
            renamed.put(data.sku(), data.name());
        }
    }
}
