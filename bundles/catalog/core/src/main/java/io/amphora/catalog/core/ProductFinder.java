package io.amphora.catalog.core;

import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductFilter;
import io.amphora.common.PageRequest;
import io.amphora.common.SearchText;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queries; each walks an index. */
final class ProductFinder {
    private static final String PRODUCTS = "select p.* from product p";
    /** Words looked at for suggestions: enough to fill any list, few enough to sort. */
    private static final int CANDIDATES = 200;

    private ProductFinder() {
    }

    static Map<String, Product> bySku(EntityManager em, Collection<String> skus) {
        Map<String, Product> found = new LinkedHashMap<>();
        List<String> all = List.copyOf(skus);
        for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
            List<String> part = all.subList(from, Math.min(from + Sql.MAX_IN, all.size()));
            products(em, Sql.of(PRODUCTS).in(" where p.sku in", part)).forEach(p -> found.put(p.sku(), p));
        }
        return found;
    }

    /** @return one more than the page has, if there are more */
    static List<Product> page(EntityManager em, ProductFilter filter, PageRequest page) {
        int rows = page.size() + 1;
        String after = page.after() == null ? "" : page.after();
        String word = SearchText.key(filter.text(), ProductWords.LENGTH);
        Sql sql = Sql.of(PRODUCTS);
        if (!word.isEmpty()) {
            sql.add(" join (select distinct w.sku from product_word w where w.word >= ? and w.word < ? and w.sku > ?", word, SearchText.after(word), after);
            if (filter.productLine() == null && filter.active() == null) {
                sql.add(" order by w.sku").first(rows);
            }
            sql.add(") m on m.sku = p.sku");
        }
        sql.add(" where p.sku > ?", after).addIf(filter.productLine(), " and p.product_line = ?").addIf(filter.active(), " and p.active = ?");
        return products(em, sql.add(" order by p.sku").first(rows));
    }

    /** The SKU that begins so, then names with such words; active ones. */
    static List<Product> suggestions(EntityManager em, String text, int limit) {
        String key = SearchText.key(text, ProductWords.LENGTH);
        if (key.isEmpty()) {
            return List.of();
        }
        String end = SearchText.after(key);
        Map<String, Product> best = new LinkedHashMap<>();
        products(em, Sql.of(PRODUCTS).add(" where p.sku_lower >= ? and p.sku_lower < ? and p.active = ?", key, end, true).add(" order by p.sku_lower, p.sku").first(limit))
                .forEach(p -> best.put(p.sku(), p));
        if (best.size() < limit) {
            List<String> skus = Sql.of("select w.sku from product_word w where w.word >= ? and w.word < ?", key, end).add(" order by w.word, w.sku").first(CANDIDATES).values(em);
            Map<String, Product> named = bySku(em, skus.stream().distinct().toList());
            skus.stream().map(named::get).filter(p -> p != null && p.active()).forEach(p -> best.putIfAbsent(p.sku(), p));
        }
        return best.values().stream().limit(limit).toList();
    }

    /** Jumps through the index from one line to the next: costs as much as there are lines, not products. */
    static List<String> productLines(EntityManager em) {
        List<String> lines = new ArrayList<>();
        List<String> next = List.of("");
        while (!next.isEmpty()) {
            next = Sql.of("select p.product_line from product p where p.product_line > ? order by p.product_line", next.get(0)).first(1).values(em);
            lines.addAll(next);
        }
        return lines;
    }

    private static List<Product> products(EntityManager em, Sql sql) {
        return sql.entities(em, ProductEntity.class).stream().map(ProductEntity::toProduct).toList();
    }
}
