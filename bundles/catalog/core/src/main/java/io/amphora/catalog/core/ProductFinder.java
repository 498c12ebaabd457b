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
    /** A text that more words begin with is looked for while walking the list; the next match is then never far. */
    private static final int FEW = 2_000;
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
        String after = page.after() == null ? "" : page.after();
        String word = SearchText.key(filter.text(), ProductWords.LENGTH);
        if (word.isEmpty()) {
            return products(em, walk(filter, after).add(" order by p.sku").first(page.size() + 1));
        }
        List<String> skus = Sql.of("select w.sku from product_word w where w.word >= ? and w.word < ?", word, SearchText.after(word)).first(FEW + 1).values(em);
        return skus.size() > FEW ? products(em, walk(filter, after).add(" and exists (select 1 from product_word w").walking("product_word_sku")
                .add("where w.sku = p.sku and w.word >= ? and w.word < ?) order by p.sku", word, SearchText.after(word)).first(page.size() + 1))
                : few(em, skus, filter, after, page.size() + 1);
    }

    private static Sql walk(ProductFilter filter, String after) {
        String index = filter.productLine() != null ? "product_by_line" : filter.active() != null ? "product_by_active" : "product_sku";
        return matching(Sql.of(PRODUCTS).walking(index).add("where p.sku > ?", after), filter);
    }

    private static Sql matching(Sql sql, ProductFilter filter) {
        return sql.addIf(filter.productLine(), " and p.product_line = ?").addIf(filter.active(), " and p.active = ?");
    }

    /** Of so few that they can be sorted here. */
    private static List<Product> few(EntityManager em, List<String> skus, ProductFilter filter, String after, int rows) {
        List<String> left = skus.stream().filter(sku -> sku.compareTo(after) > 0).distinct().sorted().toList();
        int size = filter.productLine() == null && filter.active() == null ? Math.min(rows, Sql.MAX_IN) : Sql.MAX_IN;
        List<Product> found = new ArrayList<>();
        for (int from = 0; from < left.size() && found.size() < rows; from += size) {
            List<String> part = left.subList(from, Math.min(from + size, left.size()));
            found.addAll(products(em, matching(Sql.of(PRODUCTS).in(" where p.sku in", part), filter).add(" order by p.sku")));
        }
        return found.subList(0, Math.min(rows, found.size()));
    }

    /** The SKU that begins so, then names with such words; active ones. */
    static List<Product> suggestions(EntityManager em, String text, int limit) {
        String key = SearchText.key(text, ProductWords.LENGTH);
        if (key.isEmpty()) {
            return List.of();
        }
        String end = SearchText.after(key);
        Map<String, Product> best = new LinkedHashMap<>();
        products(em, Sql.of(PRODUCTS).walking("product_sku_lower").add("where p.sku_lower >= ? and p.sku_lower < ? and p.active = ?", key, end, true).add(" order by p.sku_lower, p.sku").first(limit))
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
            next = Sql.of("select p.product_line from product p").walking("product_by_line").add("where p.product_line > ? order by p.product_line", next.get(0)).first(1).values(em);
            lines.addAll(next);
        }
        return lines;
    }

    private static List<Product> products(EntityManager em, Sql sql) {
        return sql.entities(em, ProductEntity.class).stream().map(ProductEntity::toProduct).toList();
    }
}
