package io.amphora.customer.core;

import io.amphora.common.SearchText;
import io.amphora.customer.api.CustomerData;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What customers are found by: one row per customer and number, name, word of the name, e-mail, phone. */
final class CustomerTerms {
    private static final int LENGTH = 200;
    private static final int WORDS = 60;
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()/.+-]*");

    private CustomerTerms() {
    }

    /** What somebody typed as it would stand in the table; empty finds nothing. */
    static String key(String text) {
        String key = SearchText.key(text, LENGTH);
        return PHONE.matcher(key).matches() ? digits(key) : key;
    }

    /** A phone number is the same however it is grouped, also one that is a customer number. */
    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    static Set<String> of(CustomerData c) {
        Set<String> terms = new HashSet<>(SearchText.words(c.name(), LENGTH, WORDS));
        for (String text : new String[] {c.number(), c.name(), c.email(), c.phone()}) {
            terms.add(key(text));
        }
        if (c.phone() != null) {
            terms.add(digits(SearchText.key(c.phone(), LENGTH)));
        }
        terms.remove("");
        return terms;
    }

    /** Adds or replaces terms, in batches. */
    static void save(EntityManager em, Map<Long, CustomerData> created, Map<Long, CustomerData> changed) {
        Sql.batch(em, "delete from customer_term where customer_id = ?", changed.keySet().stream().map(id -> new Object[] {id}).toList());
        List<Object[]> rows = new ArrayList<>();
        created.forEach((id, c) -> of(c).forEach(term -> rows.add(new Object[] {term, id})));
        changed.forEach((id, c) -> of(c).forEach(term -> rows.add(new Object[] {term, id})));
        Sql.batch(em, "insert into customer_term (term, customer_id) values (?, ?)", rows);
    }
}
