package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Movement;
import io.amphora.platform.api.Sql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Pages of the ledger, newest first. */
final class Movements {
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final long MICROS = 1_000_000L;

    private Movements() {
    }

    /** @return one more than the page has, if there are more */
    static List<Movement> page(EntityManager em, String sku, Long locationId, PageRequest page) {
        Instant at = END;
        long id = Long.MAX_VALUE;
        if (page.after() != null) {
            String[] parts = page.after().split("\\.");
            try {
                long micros = Long.parseLong(parts[0], 36);
                at = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
                id = Long.parseLong(parts[1], 36);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new AmphoraException.Invalid(Problem.of("after", "cursor", "is not a cursor of this list"));
            }
        }
        String index = sku == null ? locationId == null ? "stock_movement_newest" : "stock_movement_at" : locationId == null ? "stock_movement_sku" : "stock_movement_stock";
        Sql sql = Sql.of("select m.* from stock_movement m").walking(index).add("where m.moved_at <= ? and (m.moved_at < ? or m.id < ?)", at, at, id)
                .addIf(sku, " and m.sku = ?").addIf(locationId, " and m.location_id = ?");
        return sql.add(" order by m.moved_at desc, m.id desc").first(page.size() + 1).entities(em, MovementEntity.class).stream().map(MovementEntity::toMovement).toList();
    }

    static String cursor(Movement m) {
        return Long.toString(m.at().getEpochSecond() * MICROS + m.at().getNano() / 1_000, 36) + "." + Long.toString(m.id(), 36);
    }
}
