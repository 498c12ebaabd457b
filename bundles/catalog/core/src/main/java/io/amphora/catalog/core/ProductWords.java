package io.amphora.catalog.core;

import io.amphora.common.SearchText;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What products are found by: one row per SKU and word of the name. */
final class ProductWords {
    static final int LENGTH = 80;
    private static final int MOST = 60;

    private ProductWords() {
    }

    private static Set<String> of(String sku, String name) {
        Set<String> words = SearchText.words(name, LENGTH, MOST);
        words.addAll(SearchText.words(sku, LENGTH, MOST));
        words.add(SearchText.key(sku, LENGTH));
        return words;
    }

    /** Replaces the words of products, in batches. @param created SKU to name; @param renamed SKU to new name */
    static void save(EntityManager em, Map<String, String> created, Map<String, String> renamed) {
        Sql.batch(em, "delete from product_word where sku = ?", renamed.keySet().stream().map(sku -> new Object[] {sku}).toList());
        List<Object[]> rows = new ArrayList<>();
        created.forEach((sku, name) -> of(sku, name).forEach(word -> rows.add(new Object[] {word, sku})));
        renamed.forEach((sku, name) -> of(sku, name).forEach(word -> rows.add(new Object[] {word, sku})));
        Sql.batch(em, "insert into product_word (word, sku) values (?, ?)", rows);
    }
}
