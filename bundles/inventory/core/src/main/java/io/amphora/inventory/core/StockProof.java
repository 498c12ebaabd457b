package io.amphora.inventory.core;

import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares each counter with the sum of its ledger and of its reservations. As orders flow meanwhile, one pass over all only tells
 * whom to suspect; each suspect is looked at again while nobody can reserve or move it, for a moment.
 */
final class StockProof {
    private static final int MOST = 1_000;
    /** Counters minus ledger, counters minus claims: one pass over each table, however the database plans it. */
    private static final String SUSPECTS = "select x.sku, x.location_id from ("
            + "select l.sku, l.location_id, l.on_hand, l.reserved from stock_level l"
            + " union all select m.sku, m.location_id, -m.quantity, cast(0 as decimal(19,4)) from stock_movement m"
            + " union all select r.sku, r.location_id, cast(0 as decimal(19,4)), -r.quantity from stock_reservation r where r.state = 'RESERVED'"
            + ") x (sku, location_id, on_hand, reserved) group by x.sku, x.location_id having sum(x.on_hand) <> 0 or sum(x.reserved) <> 0";

    private final Tx tx;

    StockProof(Tx tx) {
        this.tx = tx;
    }

    /** @return one text per disagreement */
    List<String> run() {
        List<String> found = new ArrayList<>();
        for (Object[] suspect : tx.call(em -> Sql.of(SUSPECTS).first(MOST).rows(em))) {
            LevelKey key = new LevelKey((String) suspect[0], ((Number) suspect[1]).longValue());
            tx.<Optional<String>>callWithRetry(em -> check(em, key)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<String> check(EntityManager em, LevelKey key) {
        // in the order of those who reserve: claim first, counter then; so nobody waits in a circle
        Sql.of("lock table stock_reservation in share mode").update(em);
        Sql.of("update stock_level set version = version where sku = ? and location_id = ?", key.sku(), key.locationId()).update(em);
        BigDecimal onHand = sum(em, "select coalesce(sum(l.on_hand), 0) from stock_level l where l.sku = ? and l.location_id = ?", key);
        BigDecimal reserved = sum(em, "select coalesce(sum(l.reserved), 0) from stock_level l where l.sku = ? and l.location_id = ?", key);
        BigDecimal moved = sum(em, "select coalesce(sum(m.quantity), 0) from stock_movement m where m.sku = ? and m.location_id = ?", key);
        BigDecimal claimed = sum(em, "select coalesce(sum(r.quantity), 0) from stock_reservation r where r.sku = ? and r.location_id = ? and r.state = 'RESERVED'", key);
        return onHand.compareTo(moved) == 0 && reserved.compareTo(claimed) == 0 ? Optional.empty()
                : Optional.of(key.sku() + " at location " + key.locationId() + ": on hand " + Quantities.text(onHand) + ", ledger " + Quantities.text(moved)
                        + "; reserved " + Quantities.text(reserved) + ", reservations " + Quantities.text(claimed));
    }

    private static BigDecimal sum(EntityManager em, String sql, LevelKey key) {
        return Sql.of(sql, key.sku(), key.locationId()).<BigDecimal>values(em).get(0);
    }
}
