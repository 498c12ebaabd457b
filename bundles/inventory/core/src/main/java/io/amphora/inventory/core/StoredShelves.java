package io.amphora.inventory.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.platform.api.Edits;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places and what is to be counted, in the database. */
@Component
public final class StoredShelves implements Shelves {
    private static final int TEXT = 20;
    private static final int REASON = 200;

    private final Tx tx;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public StoredShelves(@Reference(target = "(domain=inventory)") Tx tx, @Reference Outbox outbox, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public long version(Actor by, String sku, long locationId) {
        by.require(Stock.READ);
        return tx.call(em -> Edits.version(em, thing(sku, locationId)));
    }

    private static String thing(String sku, long locationId) {
        return "inventory.shelf:" + locationId + ":" + sku;
    }

    @Override
    public Place place(Actor by, String sku, long locationId, String zone, String bin, long seen) {
        by.require(Stock.ADJUST);
        Problems problems = new Problems();
        LevelKey key = new LevelKey(problems.text("sku", sku, 40), locationId);
        Place place = new Place(problems.optionalText("zone", zone, TEXT), problems.optionalText("bin", bin, TEXT));
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            if (Levels.find(em, key).isEmpty()) {
                throw new AmphoraException.NotFound("stock level", key.sku());
            }
            Edits.next(em, thing(key.sku(), locationId), "place on the shelf", seen, by.name());
            Sql.of("delete from stock_place where sku = ? and location_id = ?", key.sku(), locationId).update(em);
            if (place.zone() != null || place.bin() != null) {
                Sql.of("insert into stock_place (sku, location_id, zone_text, bin_text) values (?, ?, cast(? as varchar(20)), cast(? as varchar(20)))", key.sku(), locationId, place.zone(),
                        place.bin()).update(em);
            }
            outbox.add("stock.placed", key.sku(), JsonNodeFactory.instance.objectNode().put("by", by.name()).put("sku", key.sku()).put("location", locationId).put("zone", place.zone())
                    .put("bin", place.bin()).toString());
            return place;
        });
    }

    @Override
    public Map<String, Map<Long, Place>> places(Collection<String> skus) {
        List<String> all = skus.stream().distinct().sorted().toList();
        Map<String, Map<Long, Place>> found = new HashMap<>();
        return tx.call(em -> {
            for (int from = 0; from < all.size(); from += Sql.MAX_IN) {
                Sql.of("select p.sku, p.location_id, p.zone_text, p.bin_text from stock_place p where").in(" p.sku in", all.subList(from, Math.min(from + Sql.MAX_IN, all.size()))).rows(em)
                        .forEach(r -> found.computeIfAbsent((String) r[0], s -> new HashMap<>()).put(((Number) r[1]).longValue(), new Place((String) r[2], (String) r[3])));
            }
            return found;
        });
    }

    @Override
    public void missing(String sku, long locationId, BigDecimal quantity, String who, String reason) {
        LevelKey key = new LevelKey(sku, locationId);
        String why = reason.length() > REASON ? reason.substring(0, REASON) : reason;
        tx.callWithRetry(em -> {
            takeOff(em, key, quantity, who, why);
            Sql.of("delete from stock_count_due where sku = ? and location_id = ?", sku, locationId).update(em);
            Sql.of("insert into stock_count_due (sku, location_id, reason, asked_by, asked_at) values (?, ?, ?, ?, ?)", sku, locationId, why, who, now()).update(em);
            outbox.add("stock.count-due", sku, JsonNodeFactory.instance.objectNode().put("by", who).put("sku", sku).put("location", locationId).put("reason", why)
                    .put("missing", Quantities.text(quantity)).toString());
            return null;
        });
    }

    /** As much of it as nobody else is promised. */
    private void takeOff(EntityManager em, LevelKey key, BigDecimal quantity, String who, String reason) {
        BigDecimal free = Levels.find(em, key).map(l -> l.onHand().subtract(l.reserved())).orElse(BigDecimal.ZERO);
        BigDecimal off = quantity.min(free);
        if (off.signum() > 0 && Levels.take(em, key, off)) {
            new Ledger(em, outbox, now(), who).add(key, Movement.Kind.ADJUST, off.negate(), Levels.find(em, key).orElseThrow().onHand(), reason, null);
        }
    }

    /** It was counted: there is nothing to be cleared up any more. Joins the running transaction. */
    static void counted(EntityManager em, LevelKey key) {
        Sql.of("delete from stock_count_due where sku = ? and location_id = ?", key.sku(), key.locationId()).update(em);
    }

    /** Where one of these is to be counted. @param skus at most {@link Sql#MAX_IN} */
    static List<Long> disputed(EntityManager em, List<String> skus) {
        return Sql.of("select distinct c.location_id from stock_count_due c where").in(" c.sku in", skus).<Number>values(em).stream().map(Number::longValue).toList();
    }

    @Override
    public Page<CountDue> toCount(Actor by, PageRequest page) {
        by.require(Stock.READ);
        String after = page.after() == null ? "" : page.after();
        int colon = after.indexOf(':');
        String sku = after.substring(colon + 1);
        Long place = new PageRequest(colon < 0 ? null : after.substring(0, colon), page.size()).afterNumber();
        return tx.call(em -> {
            List<CountDue> rows = Sql.of("select c.sku, c.location_id, c.reason, c.asked_by, c.asked_at from stock_count_due c where c.sku > ? or c.sku = ? and c.location_id > ?", sku, sku,
                    place == null ? 0L : place).add(" order by c.sku, c.location_id").first(page.size() + 1).rows(em).stream().map(StoredShelves::due).toList();
            return Page.ofText(rows, page.size(), d -> Long.toString(d.locationId(), 36) + ":" + d.sku());
        });
    }

    private static CountDue due(Object[] r) {
        Instant at = r[4] instanceof Timestamp t ? t.toLocalDateTime().toInstant(ZoneOffset.UTC) : ((LocalDateTime) r[4]).toInstant(ZoneOffset.UTC);
        return new CountDue((String) r[0], ((Number) r[1]).longValue(), (String) r[2], (String) r[3], at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
