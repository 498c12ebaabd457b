package io.amphora.inventory.core;

import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares each counter with the sum of its ledger and of its reservations. As orders flow meanwhile, one query over all only tells
 * whom to suspect; each suspect is looked at again while nobody can reserve or move it, for a moment.
 */
final class StockProof {
    private static final int MOST = 1_000;

    private final Tx tx;

    StockProof(Tx tx) {
        this.tx = tx;
    }

    /** @return one text per disagreement */
    List<String> run() {
        List<String> found = new ArrayList<>();
        for (Number id : tx.call(StockProof::suspects)) {
            String disagreement = tx.callWithRetry(em -> check(em, id.longValue()));
            if (disagreement != null) {
                found.add(disagreement);
            }
        }
        found.addAll(tx.call(StockProof::homeless));
        return found;
    }

    private static List<Number> suspects(EntityManager em) {
        return Sql.of("select l.id from stock_level l"
                + " left join (select sku, location_id, sum(quantity) total from stock_movement group by sku, location_id) m on m.sku = l.sku and m.location_id = l.location_id"
                + " left join (select sku, location_id, sum(quantity) total from stock_reservation where state = 'RESERVED' group by sku, location_id) r"
                + " on r.sku = l.sku and r.location_id = l.location_id"
                + " where l.on_hand <> coalesce(m.total, 0) or l.reserved <> coalesce(r.total, 0)").first(MOST).values(em);
    }

    private static String check(EntityManager em, long id) {
        // in the order of those who reserve: claim first, counter then; so nobody waits in a circle
        Sql.of("lock table stock_reservation in share mode").update(em);
        Sql.of("update stock_level set version = version where id = ?", id).update(em);
        Object[] level = Sql.of("select l.sku, l.location_id, l.on_hand, l.reserved from stock_level l where l.id = ?", id).rows(em).get(0);
        BigDecimal moved = Sql.of("select coalesce(sum(m.quantity), 0) from stock_movement m where m.sku = ? and m.location_id = ?", level[0], level[1])
                .<BigDecimal>values(em).get(0);
        BigDecimal claimed = Sql.of("select coalesce(sum(r.quantity), 0) from stock_reservation r where r.sku = ? and r.location_id = ? and r.state = ?",
                level[0], level[1], ReservationEntity.State.RESERVED).<BigDecimal>values(em).get(0);
        BigDecimal onHand = (BigDecimal) level[2];
        BigDecimal reserved = (BigDecimal) level[3];
        return onHand.compareTo(moved) == 0 && reserved.compareTo(claimed) == 0 ? null
                : level[0] + " at location " + level[1] + ": on hand " + Quantities.text(onHand) + ", ledger " + Quantities.text(moved)
                        + "; reserved " + Quantities.text(reserved) + ", reservations " + Quantities.text(claimed);
    }

    /** Claims on levels that do not exist. */
    private static List<String> homeless(EntityManager em) {
        return Sql.of("select distinct r.sku, r.location_id from stock_reservation r where r.state = 'RESERVED'"
                + " and not exists (select 1 from stock_level l where l.sku = r.sku and l.location_id = r.location_id)").first(MOST).rows(em).stream()
                .map(row -> row[0] + " at location " + row[1] + ": reservations without a stock level").toList();
    }
}
