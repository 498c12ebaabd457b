package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Stock.Counted;
import io.amphora.inventory.api.StockLevel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many counted quantities at once. Of rows for the same level the last one counts. */
final class StockImport {
    private static final int SKU = 40;

    /** @param index of the row, for problems */
    private record Row(int index, LevelKey key, BigDecimal counted) {
    }

    /** In the order in which levels are locked. */
    private final Map<LevelKey, Row> rows = new TreeMap<>();

    private StockImport() {
    }

    /** @throws AmphoraException.Invalid naming these and all problems of all rows */
    static StockImport of(List<Counted> counted, Problems problems) {
        StockImport batch = new StockImport();
        for (int i = 0; i < counted.size(); i++) {
            Counted c = counted.get(i);
            LevelKey key = new LevelKey(problems.text("[" + i + "].sku", c.sku(), SKU), c.locationId());
            batch.rows.put(key, new Row(i, key, problems.notNegative("[" + i + "].quantity", c.quantity(), Quantities.SCALE)));
        }
        problems.throwIfAny();
        return batch;
    }

    /** @return how many levels changed or were made */
    int save(EntityManager em, Ledger ledger, String reason) {
        checkPlaces(em);
        Map<LevelKey, StockLevel> known = new HashMap<>();
        Levels.ofSkus(em, rows.keySet().stream().map(LevelKey::sku).toList()).forEach(l -> known.put(new LevelKey(l.sku(), l.locationId()), l));
        checkReserved(known);
        List<StockLevel> seen = new ArrayList<>();
        List<BigDecimal> counted = new ArrayList<>();
        int made = 0;
        for (Row row : rows.values()) {
            StockLevel level = known.get(row.key());
            if (level == null) {
                em.persist(new LevelEntity(row.key().sku(), row.key().locationId(), row.counted()));
                made++;
            } else if (level.onHand().compareTo(row.counted()) != 0) {
                seen.add(level);
                counted.add(row.counted());
            } else {
                continue;
            }
            BigDecimal moved = row.counted().subtract(level == null ? BigDecimal.ZERO : level.onHand());
            if (moved.signum() != 0) {
                ledger.addQuietly(row.key(), Movement.Kind.ADJUST, moved, row.counted(), reason, null);
            }
        }
        em.flush();
        for (int hit : Levels.count(em, seen, counted)) {
            if (hit == 0) {
                throw new OptimisticLockException("stock changed while it was counted");
            }
        }
        return made + seen.size();
    }

    private void checkPlaces(EntityManager em) {
        Set<Long> places = em.createQuery("select l.id from LocationEntity l", Long.class).getResultList().stream().collect(Collectors.toSet());
        Problems problems = new Problems();
        rows.values().forEach(r -> problems.check(places.contains(r.key().locationId()), "[" + r.index() + "].locationId", "location.unknown", "there is no such location"));
        problems.throwIfAny();
    }

    private void checkReserved(Map<LevelKey, StockLevel> known) {
        List<Problem> problems = rows.values().stream().filter(r -> known.containsKey(r.key()) && known.get(r.key()).reserved().compareTo(r.counted()) > 0)
                .map(r -> reserved("[" + r.index() + "].quantity", known.get(r.key()), r.counted())).toList();
        if (!problems.isEmpty()) {
            throw new AmphoraException.Refused(problems);
        }
    }

    static Problem reserved(String field, StockLevel level, BigDecimal counted) {
        return Problem.of(field, "stock.reserved", "{0} are reserved: on hand cannot be {1}", Quantities.text(level.reserved()), Quantities.text(counted));
    }

    static AmphoraException with(Problems problems, Problem last) {
        return new AmphoraException.Invalid(problems.add(last).all());
    }
}
