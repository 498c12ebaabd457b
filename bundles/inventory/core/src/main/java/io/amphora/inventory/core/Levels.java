package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.SearchText;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The counters. They are moved by conditional updates, one batch per step, rows in the order of {@link LevelKey}; each statement
 * finds its row by a unique index, so that nobody waits for a row he does not touch. The version tells of changes of on hand and safety, not of
 * reservations: whoever counts a shelf need not start again because somebody ordered.
 */
final class Levels {
    private static final String COLUMNS = "select l.id, l.sku, l.location_id, l.on_hand, l.reserved, l.safety, l.version from stock_level l";
    private static final String WHERE_KEY = " where sku = ? and location_id = ?";
    /** Available at or below the safety stock; the parameter is what is taken away. */
    private static final String LOW = "low = case when on_hand - reserved - ? <= safety + safety then 1 else 0 end";
    private static final String RESERVE = "update stock_level set reserved = reserved + ?, " + LOW + WHERE_KEY + " and on_hand - reserved - safety >= ?";
    private static final String CONSUME = "update stock_level set on_hand = on_hand - ?, reserved = reserved - ?, version = version + 1" + WHERE_KEY;
    private static final String TAKE = "update stock_level set on_hand = on_hand - ?, version = version + 1, " + LOW + WHERE_KEY + " and on_hand - reserved >= ?";
    private static final String COUNT = "update stock_level set on_hand = ?, version = version + 1, "
            + "low = case when ? - reserved <= safety + safety then 1 else 0 end where id = ? and version = ? and reserved <= ?";
    /** Below what any level can be: such a reservation, one with a negative quantity, is a release. */
    private static final BigDecimal ALWAYS = new BigDecimal("-99999999999999");

    private Levels() {
    }

    /** @param quantity to reserve if that much is available; negative gives back */
    record Claim(LevelKey level, BigDecimal quantity) {
    }

    /** @param claims in the order of their levels; @return 1 for each that was made, 0 for each that found too little */
    static int[] reserve(EntityManager em, List<Claim> claims) {
        return Sql.batch(em, RESERVE, claims.stream().map(c -> new Object[] {c.quantity(), c.quantity(), c.level().sku(), c.level().locationId(),
            c.quantity().signum() < 0 ? ALWAYS : c.quantity()}).toList());
    }

    /** Reserved stock leaves. @param claims in the order of their levels */
    static void consume(EntityManager em, List<Claim> claims) {
        Sql.batch(em, CONSUME, claims.stream().map(c -> new Object[] {c.quantity(), c.quantity(), c.level().sku(), c.level().locationId()}).toList());
    }

    /** Changes on hand of what is not reserved. @param quantity to take away, negative to add; @return whether the level is there and has enough */
    static boolean take(EntityManager em, LevelKey level, BigDecimal quantity) {
        BigDecimal atLeast = quantity.signum() < 0 ? ALWAYS : quantity;
        return Sql.batch(em, TAKE, List.<Object[]>of(new Object[] {quantity, quantity, level.sku(), level.locationId(), atLeast}))[0] == 1;
    }

    /** Sets on hand to what was counted. @return 1 for each done, 0 where the version is another or more is reserved */
    static int[] count(EntityManager em, List<StockLevel> seen, List<BigDecimal> counted) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            rows.add(new Object[] {counted.get(i), counted.get(i), seen.get(i).id(), seen.get(i).version(), counted.get(i)});
        }
        return Sql.batch(em, COUNT, rows);
    }

    static boolean setSafety(EntityManager em, long id, long version, BigDecimal safety) {
        return Sql.of("update stock_level set safety = ?, version = version + 1, low = case when on_hand - reserved <= ? then 1 else 0 end where id = ? and version = ?",
                safety, safety.add(safety), id, version).update(em) == 1;
    }

    static Optional<StockLevel> find(EntityManager em, LevelKey key) {
        return levels(em, Sql.of(COLUMNS).add(" where l.sku = ? and l.location_id = ?", key.sku(), key.locationId())).stream().findFirst();
    }

    static Optional<StockLevel> find(EntityManager em, long id) {
        return levels(em, Sql.of(COLUMNS).add(" where l.id = ?", id)).stream().findFirst();
    }

    /** All levels of these SKUs. */
    static List<StockLevel> ofSkus(EntityManager em, Collection<String> skus) {
        List<String> all = skus.stream().distinct().sorted().toList();
        List<StockLevel> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
            found.addAll(levels(em, Sql.of(COLUMNS).in(" where l.sku in", all.subList(from, Math.min(from + Sql.MAX_IN, all.size()))).add(" order by l.sku, l.location_id")));
        }
        return found;
    }

    /** @return one more than the page has, if there are more */
    static List<StockLevel> page(EntityManager em, StockFilter filter, PageRequest page) {
        Cursor after = Cursor.parse(page.after());
        String prefix = SearchText.key(filter.sku(), LevelEntity.SKU_KEY);
        String lower = SearchText.key(after.sku(), LevelEntity.SKU_KEY);
        String index = filter.low() != null ? "stock_level_low" : filter.locationId() != null ? "stock_level_at" : "stock_level_list";
        Sql sql = Sql.of(COLUMNS).walking(index).add("where l.sku_lower >= ?", lower.compareTo(prefix) > 0 ? lower : prefix)
                .add(" and (l.sku_lower > ? or l.sku > ? or l.sku = ? and l.location_id > ?)", lower, after.sku(), after.sku(), after.locationId());
        if (!prefix.isEmpty()) {
            sql.add(" and l.sku_lower < ?", SearchText.after(prefix));
        }
        sql.addIf(filter.locationId(), " and l.location_id = ?").addIf(filter.low() == null ? null : filter.low() ? 1 : 0, " and l.low = ?");
        return levels(em, sql.add(" order by l.sku_lower, l.sku, l.location_id").first(page.size() + 1));
    }

    static String cursor(StockLevel level) {
        return new Cursor(level.sku(), level.locationId()).text();
    }

    static int countLow(EntityManager em, int limit) {
        return Sql.of("select l.id from stock_level l").walking("stock_level_low").add("where l.low = ?", 1).first(limit).values(em).size();
    }

    private static List<StockLevel> levels(EntityManager em, Sql sql) {
        return sql.rows(em).stream().map(r -> new StockLevel(((Number) r[0]).longValue(), (String) r[1], ((Number) r[2]).longValue(),
                (BigDecimal) r[3], (BigDecimal) r[4], (BigDecimal) r[5], ((Number) r[6]).longValue())).toList();
    }

    /** The last level of a page. */
    private record Cursor(String sku, long locationId) {
        static Cursor parse(String text) {
            if (text == null) {
                return new Cursor("", 0);
            }
            int colon = text.indexOf(':');
            try {
                return new Cursor(text.substring(colon + 1), Long.parseLong(text.substring(0, Math.max(colon, 0)), 36));
            } catch (NumberFormatException e) {
                throw new AmphoraException.Invalid(Problem.of("after", "cursor", "is not a cursor of this list"));
            }
        }

        String text() {
            return Long.toString(locationId, 36) + ":" + sku;
        }
    }
}
