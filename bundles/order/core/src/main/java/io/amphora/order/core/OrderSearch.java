package io.amphora.order.core;

import io.amphora.common.SearchText;
import io.amphora.order.core.OrderRows.Keyed;
import io.amphora.order.core.OrderWalks.Range;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Orders whose number, customer or reference begins with a text. A beginning that few orders have is read from the three indexes and sorted; one that many
 * have is met soon by walking the newest orders; only when neither holds are all of them sorted.
 */
final class OrderSearch {
    private static final List<String> COLUMNS = List.of("number_lower", "name_lower", "reference_lower");
    private static final List<String> INDEXES = List.of("orders_by_number", "orders_by_name", "orders_by_reference");
    private static final String ANY = "(o.number_lower >= ? and o.number_lower < ? or o.name_lower >= ? and o.name_lower < ? or o.reference_lower >= ? and o.reference_lower < ?)";
    /** Beginnings that so many orders share are common. */
    private static final int FEW = 4_000;
    /** So many of the newest orders are walked. */
    private static final int WALK = 8_000;

    private final EntityManager em;
    private final OrderWalks walks;
    private final String from;
    private final String to;

    OrderSearch(EntityManager em, OrderWalks walks, String prefix) {
        this.em = em;
        this.walks = walks;
        from = prefix;
        to = SearchText.after(prefix);
    }

    List<Keyed> rows(Range range, int limit) {
        if (range.empty()) {
            return List.of();
        }
        List<Long> few = keys(range, FEW, false);
        if (few != null) {
            return at(few, range, limit);
        }
        List<Keyed> walked = walk(range, limit);
        return walked.size() == limit ? walked : at(keys(range, limit, true), range, limit);
    }

    int count(Range range, int limit) {
        if (range.empty()) {
            return 0;
        }
        List<Long> keys = keys(range, limit, false);
        return keys == null ? limit : Math.min(limit, keys.size());
    }

    /**
     * The keys of those that begin so, newest first.
     *
     * @param newest true: the newest so many of each column, at the price of a sort; false: all, but null if there are more than {@code limit} in a column
     */
    private List<Long> keys(Range range, int limit, boolean newest) {
        TreeSet<Long> keys = new TreeSet<>(Comparator.reverseOrder());
        for (int i = 0; i < COLUMNS.size(); i++) {
            Sql sql = Sql.of("select o.placed_key" + OrderWalks.from(INDEXES.get(i)) + "o." + COLUMNS.get(i) + " >= ? and o." + COLUMNS.get(i) + " < ?", from, to);
            walks.conditions(sql, range);
            List<Number> found = (newest ? sql.add(" order by o.placed_key desc").first(limit) : sql.first(limit + 1)).values(em);
            if (!newest && found.size() > limit) {
                return null;
            }
            found.forEach(k -> keys.add(k.longValue()));
        }
        return List.copyOf(keys);
    }

    private List<Keyed> walk(Range range, int limit) {
        Sql newest = Sql.of("select min(w.placed_key) from (select o.placed_key" + OrderWalks.from(OrderWalks.PLACED) + "1 = 1");
        List<Number> last = range.addTo(newest).add(" order by o.placed_key desc").first(WALK).add(") w").values(em);
        if (last.isEmpty() || last.get(0) == null) {
            return List.of();
        }
        Range walked = new Range(last.get(0).longValue() - 1, range.below());
        Sql sql = Sql.of("select " + OrderRows.COLUMNS + OrderWalks.from(OrderWalks.PLACED) + ANY, from, to, from, to, from, to);
        return walks.conditions(sql, walked).add(" order by o.placed_key desc").first(limit).rows(em).stream().map(OrderRows::keyed).toList();
    }

    /** @param keys newest first */
    private List<Keyed> at(List<Long> keys, Range range, int limit) {
        List<Keyed> rows = new ArrayList<>();
        for (int i = 0; i < keys.size() && rows.size() < limit; i += Sql.MAX_IN) {
            List<Long> part = keys.subList(i, Math.min(keys.size(), Math.min(i + Sql.MAX_IN, i + limit)));
            Sql sql = Sql.of("select " + OrderRows.COLUMNS + OrderWalks.from(OrderWalks.PLACED) + "1 = 1").in(" and o.placed_key in", part)
                    .add(" and ").add(ANY, from, to, from, to, from, to);
            walks.conditions(sql, range).rows(em).forEach(r -> rows.add(OrderRows.keyed(r)));
        }
        rows.sort(Comparator.comparingLong(Keyed::key).reversed());
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }
}
