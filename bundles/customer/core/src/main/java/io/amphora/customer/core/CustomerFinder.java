package io.amphora.customer.core;

import io.amphora.common.PageRequest;
import io.amphora.common.SearchText;
import io.amphora.customer.api.Address;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The queries; each walks an index. */
final class CustomerFinder {
    private static final String CUSTOMERS = "select c.* from customer c";
    /** A text that more terms begin with is looked for while walking the list; the next match is then never far. */
    private static final int FEW = 2_000;

    private CustomerFinder() {
    }

    static Map<Long, Customer> byId(EntityManager em, Collection<Long> ids) {
        Map<Long, Customer> found = new LinkedHashMap<>();
        forParts(ids, part -> customers(em, Sql.of(CUSTOMERS).in(" where c.id in", part))).forEach(c -> found.put(c.id(), c));
        return found;
    }

    static List<CustomerEntity> byNumber(EntityManager em, Collection<String> numbers) {
        return forParts(numbers, part -> Sql.of(CUSTOMERS).in(" where c.customer_number in", part).entities(em, CustomerEntity.class));
    }

    /** @param emails in lower case; @return by address, the oldest where several share it */
    static Map<String, Customer> byEmail(EntityManager em, Collection<String> emails) {
        Map<String, Customer> found = new LinkedHashMap<>();
        forParts(emails, part -> customers(em, Sql.of(CUSTOMERS).in(" where c.email_lower in", part).add(" order by c.id")))
                .forEach(c -> found.putIfAbsent(c.email().toLowerCase(Locale.ROOT), c));
        return found;
    }

    /** @return one more than the page has, if there are more */
    static List<Customer> page(EntityManager em, CustomerFilter filter, PageRequest page) {
        long before = page.afterNumber() == null ? Long.MAX_VALUE : page.afterNumber();
        if (filter.text() == null || filter.text().isBlank()) {
            return customers(em, walk(filter, before).add(" order by c.id desc").first(page.size() + 1));
        }
        String key = CustomerTerms.key(filter.text());
        if (key.isEmpty()) {
            return List.of();
        }
        List<Number> ids = Sql.of("select t.customer_id from customer_term t where t.term >= ? and t.term < ?", key, SearchText.after(key)).first(FEW + 1).values(em);
        return ids.size() > FEW ? customers(em, walk(filter, before).add(" and exists (select 1 from customer_term t").walking("customer_term_of")
                .add("where t.customer_id = c.id and t.term >= ? and t.term < ?) order by c.id desc", key, SearchText.after(key)).first(page.size() + 1))
                : few(em, ids, filter, before, page.size() + 1);
    }

    private static Sql walk(CustomerFilter filter, long before) {
        String index = filter.country() != null ? "customer_by_country" : filter.blocked() != null ? "customer_by_blocked" : "customer_newest";
        return matching(Sql.of(CUSTOMERS).walking(index).add("where c.id < ?", before), filter);
    }

    private static Sql matching(Sql sql, CustomerFilter filter) {
        return sql.addIf(filter.country(), " and c.country = ?").addIf(filter.blocked(), " and c.blocked = ?");
    }

    /** Of so few that they can be sorted here. */
    private static List<Customer> few(EntityManager em, List<Number> ids, CustomerFilter filter, long before, int rows) {
        List<Long> left = ids.stream().map(Number::longValue).filter(id -> id < before).distinct().sorted(Comparator.reverseOrder()).toList();
        int size = filter.country() == null && filter.blocked() == null ? Math.min(rows, Sql.MAX_IN) : Sql.MAX_IN;
        List<Customer> found = new ArrayList<>();
        for (int from = 0; from < left.size() && found.size() < rows; from += size) {
            List<Long> part = left.subList(from, Math.min(from + size, left.size()));
            found.addAll(customers(em, matching(Sql.of(CUSTOMERS).in(" where c.id in", part), filter).add(" order by c.id desc")));
        }
        return found.subList(0, Math.min(rows, found.size()));
    }

    /** In the order of what was found: an exact number, then what begins so. */
    static List<Customer> suggestions(EntityManager em, String text, int limit) {
        String key = CustomerTerms.key(text);
        if (key.isEmpty()) {
            return List.of();
        }
        // a customer may match by several terms
        List<Number> ids = Sql.of("select t.customer_id from customer_term t where t.term >= ? and t.term < ?", key, SearchText.after(key))
                .add(" order by t.term, t.customer_id").first(limit * 3).values(em);
        Map<Long, Customer> found = byId(em, ids.stream().map(Number::longValue).distinct().limit(limit).toList());
        return ids.stream().map(id -> found.get(id.longValue())).filter(c -> c != null).distinct().toList();
    }

    static List<Customer> customers(EntityManager em, Sql sql) {
        return complete(em, sql.entities(em, CustomerEntity.class));
    }

    /** With their addresses, read together. */
    static List<Customer> complete(EntityManager em, List<CustomerEntity> rows) {
        Map<Long, List<Address>> addresses = new HashMap<>();
        forParts(rows.stream().map(CustomerEntity::id).toList(), part -> Sql.of("select a.* from customer_address a").in(" where a.customer_id in", part)
                .add(" order by a.customer_id, a.pos").entities(em, AddressEntity.class))
                .forEach(a -> addresses.computeIfAbsent(a.customerId(), id -> new ArrayList<>()).add(a.toAddress()));
        return rows.stream().map(c -> c.toCustomer(addresses.getOrDefault(c.id(), List.of()))).toList();
    }

    private static <K, R> List<R> forParts(Collection<K> keys, Function<List<K>, List<R>> query) {
        List<K> all = List.copyOf(keys);
        List<R> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
            found.addAll(query.apply(all.subList(from, Math.min(from + Sql.MAX_IN, all.size()))));
        }
        return found;
    }
}
