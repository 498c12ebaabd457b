package io.amphora.catalog.core;

import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of products that go, with the words that they are found by. */
final class ProductDeletion {
    private ProductDeletion() {
    }

    /** Those that kits consist of, that are kits, or that somebody gave a barcode. */
    private static Set<String> named(EntityManager em, List<String> skus) {
        Set<String> named = new HashSet<>();
        for (int from = 0; from < skus.size(); from += Sql.MAX_IN) {
            List<String> some = skus.subList(from, Math.min(from + Sql.MAX_IN, skus.size()));
            named.addAll(Sql.of("").in("select distinct p.sku from product_part p where p.sku in", some).values(em));
            named.addAll(Sql.of("").in("select distinct p.kit from product_part p where p.kit in", some).values(em));
            named.addAll(Sql.of("").in("select distinct b.sku from product_barcode b where b.sku in", some).values(em));
        }
        return named;
    }

    /** @param gone filled with the SKUs that went @return those that were changed since they were made */
    static Set<String> unchanged(EntityManager em, Collection<String> skus, Collection<String> gone) {
        Set<String> stay = named(em, List.copyOf(skus));
        List<ProductEntity> all = new ArrayList<>();
        List<String> list = List.copyOf(skus);
        for (int from = 0; from < list.size(); from += Sql.MAX_IN) {
            all.addAll(em.createQuery("select p from ProductEntity p where p.sku in :skus", ProductEntity.class)
                    .setParameter("skus", new ArrayList<>(list.subList(from, Math.min(from + Sql.MAX_IN, list.size())))).getResultList());
        }
        for (ProductEntity product : all) {
            if (product.version() > 1 || stay.contains(product.sku())) {
                stay.add(product.sku());
            } else {
                gone.add(product.sku());
                em.remove(product);
            }
        }
        Sql.batch(em, "delete from product_word where sku = ?", gone.stream().map(sku -> new Object[] {sku}).toList());
        em.flush();
        return stay;
    }
}
