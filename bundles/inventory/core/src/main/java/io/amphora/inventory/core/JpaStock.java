package io.amphora.inventory.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.ReservationHolder;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Stock by conditional updates, every change with its entry in the ledger. */
@Component(service = Stock.class)
public final class JpaStock implements Stock {
    private static final int SKU = 40;
    private static final int REASON = 200;
    private static final int REFERENCE = 100;

    private final Tx tx;
    private final Outbox outbox;
    private final Clock clock;
    /** Without a catalog any SKU is taken. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Products products;

    /** Without orders nobody reserves. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ReservationHolder holder;

    @Activate
    public JpaStock(@Reference(target = "(domain=inventory)") Tx tx, @Reference Outbox outbox, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param holder may be null */
    public JpaStock(Tx tx, Outbox outbox, Clock clock, ReservationHolder holder) {
        this(tx, outbox, clock);
        this.holder = holder;
    }

    @Override
    public StockLevel receive(Actor by, String sku, long locationId, BigDecimal quantity, String reference) {
        by.require(ADJUST);
        Problems problems = new Problems();
        LevelKey key = key(problems, sku, locationId);
        BigDecimal checked = problems.positive("quantity", quantity, Quantities.SCALE);
        String checkedReference = problems.optionalText("reference", reference, REFERENCE);
        return tx.callWithRetry(em -> {
            checkPlace(em, problems, "locationId", locationId);
            StockLevel level = put(em, key, checked);
            ledger(em, by).add(key, Movement.Kind.RECEIVE, checked, level.onHand(), null, checkedReference);
            return level;
        });
    }

    /** Adds to on hand; makes the level if there is none. */
    private static StockLevel put(EntityManager em, LevelKey key, BigDecimal quantity) {
        if (!Levels.take(em, key, quantity.negate())) {
            make(em, key, quantity);
        }
        return Levels.find(em, key).orElseThrow();
    }

    private static void make(EntityManager em, LevelKey key, BigDecimal onHand) {
        try {
            em.persist(new LevelEntity(key.sku(), key.locationId(), onHand));
            em.flush();
        } catch (PersistenceException e) {
            // somebody else made it meanwhile: again, then it is there
            throw Duplicates.caused(e) ? new OptimisticLockException(e) : e;
        }
    }

    @Override
    public StockLevel adjust(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
        return adjust(by, sku, locationId, version, counted, reason, null);
    }

    @Override
    public StockLevel adjustReserved(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason) {
        return adjust(by, sku, locationId, version, counted, reason, holder);
    }

    /** @param giving gives way if more is reserved; may be null */
    private StockLevel adjust(Actor by, String sku, long locationId, long version, BigDecimal counted, String reason, ReservationHolder giving) {
        by.require(ADJUST);
        Problems problems = new Problems();
        LevelKey key = key(problems, sku, locationId);
        BigDecimal checked = problems.notNegative("counted", counted, Quantities.SCALE);
        String checkedReason = problems.text("reason", reason, REASON);
        return tx.callWithRetry(em -> {
            checkPlace(em, problems, "locationId", locationId);
            Optional<StockLevel> seen = Levels.find(em, key);
            long found = seen.map(StockLevel::version).orElse(0L);
            if (found != version) {
                throw new AmphoraException.Stale("stock level", sku, version, found);
            }
            if (giving != null && seen.isPresent() && seen.get().reserved().compareTo(checked) > 0) {
                giving.giveWay(by, key.sku(), locationId, claims(em, key), seen.get().reserved().subtract(checked), checkedReason);
                em.flush();
            }
            if (seen.isEmpty()) {
                make(em, key, checked);
            } else if (Levels.count(em, List.of(seen.get()), List.of(checked))[0] == 0) {
                throw notCounted(em, key, version, checked, giving != null);
            }
            StoredShelves.counted(em, key);
            BigDecimal moved = checked.subtract(seen.map(StockLevel::onHand).orElse(BigDecimal.ZERO));
            if (moved.signum() != 0) {
                ledger(em, by).add(key, Movement.Kind.ADJUST, moved, checked, checkedReason, null);
            }
            return Levels.find(em, key).orElseThrow();
        });
    }

    /** The youngest first. */
    private static List<ReservationHolder.Claim> claims(EntityManager em, LevelKey key) {
        return Sql.of("select r.order_id, r.line_id, r.quantity from stock_reservation r where r.sku = ? and r.location_id = ? and r.state = ? order by r.id desc", key.sku(), key.locationId(),
                ReservationEntity.State.RESERVED.name()).rows(em).stream().map(r -> new ReservationHolder.Claim(((Number) r[0]).longValue(), ((Number) r[1]).longValue(), (BigDecimal) r[2])).toList();
    }

    private static AmphoraException notCounted(EntityManager em, LevelKey key, long version, BigDecimal counted, boolean gaveWay) {
        StockLevel now = Levels.find(em, key).orElseThrow();
        return now.version() != version ? new AmphoraException.Stale("stock level", key.sku(), version, now.version())
                : new AmphoraException.Refused(gaveWay ? Problem.of("counted", "stock.taken", "{0} are taken from the shelf for orders and wait to be sent: count them, too", Quantities.text(now.reserved()))
                : StockImport.reserved("counted", now, counted));
    }

    @Override
    public void transfer(Actor by, String sku, long fromLocationId, long toLocationId, BigDecimal quantity, String reason) {
        by.require(ADJUST);
        Problems problems = new Problems();
        LevelKey from = key(problems, sku, fromLocationId);
        LevelKey to = new LevelKey(from.sku(), toLocationId);
        problems.check(fromLocationId != toLocationId, "toLocationId", "stock.same-location", "must be another location");
        BigDecimal checked = problems.positive("quantity", quantity, Quantities.SCALE);
        String checkedReason = problems.optionalText("reason", reason, REASON);
        tx.callWithRetry(em -> {
            checkPlace(em, problems, "toLocationId", toLocationId);
            boolean toFirst = to.compareTo(from) < 0;
            StockLevel target = toFirst ? put(em, to, checked) : null;
            if (!Levels.take(em, from, checked)) {
                BigDecimal free = Levels.find(em, from).map(l -> l.onHand().subtract(l.reserved())).orElse(BigDecimal.ZERO);
                throw new AmphoraException.Refused(Problem.of("quantity", "stock.short", "{0}: {1} wanted, {2} available", from.sku(), Quantities.text(checked), Quantities.text(free)));
            }
            StockLevel source = Levels.find(em, from).orElseThrow();
            target = toFirst ? target : put(em, to, checked);
            Ledger ledger = ledger(em, by);
            ledger.add(from, Movement.Kind.TRANSFER_OUT, checked.negate(), source.onHand(), checkedReason, "location:" + toLocationId);
            ledger.add(to, Movement.Kind.TRANSFER_IN, checked, target.onHand(), checkedReason, "location:" + fromLocationId);
            return null;
        });
    }

    @Override
    public StockLevel setSafety(Actor by, long id, long version, BigDecimal safety) {
        by.require(ADJUST);
        Problems problems = new Problems();
        BigDecimal checked = problems.notNegative("safety", safety, Quantities.SCALE);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            StockLevel before = Levels.find(em, id).orElseThrow(() -> new AmphoraException.NotFound("stock level", id));
            if (before.version() != version || !Levels.setSafety(em, id, version, checked)) {
                throw new AmphoraException.Stale("stock level", before.sku(), version, Levels.find(em, id).orElseThrow().version());
            }
            ledger(em, by).safety(new LevelKey(before.sku(), before.locationId()), before.safety(), checked);
            return Levels.find(em, id).orElseThrow();
        });
    }

    @Override
    public int countAll(Actor by, List<Counted> rows, String reason) {
        by.require(ADJUST);
        Problems problems = new Problems();
        String checkedReason = problems.text("reason", reason, REASON);
        StockImport batch = StockImport.of(rows, problems);
        return tx.callWithRetry(em -> {
            int changed = batch.save(em, ledger(em, by), checkedReason);
            if (changed > 0) {
                outbox.add("stock.imported", "", JsonNodeFactory.instance.objectNode().put("by", by.name())
                        .put("changed", changed).put("reason", checkedReason).toString());
            }
            return changed;
        });
    }

    private Ledger ledger(EntityManager em, Actor by) {
        return new Ledger(em, outbox, clock.instant().truncatedTo(ChronoUnit.MICROS), by.name());
    }

    private LevelKey key(Problems problems, String sku, long locationId) {
        String checked = problems.text("sku", sku, SKU);
        Products catalog = products;
        if (catalog != null && !checked.isEmpty()) {
            Product product = catalog.lookup(Set.of(checked)).get(checked);
            problems.check(product != null, "sku", "product.unknown", "there is no product {0}", checked);
            problems.check(product == null || product.stocked(), "sku", "product.not-stocked", "no stock is kept of {0}", checked);
        }
        return new LevelKey(checked, locationId);
    }

    /** The last check; throws what all of them found. */
    private static void checkPlace(EntityManager em, Problems problems, String field, long locationId) {
        if (em.find(LocationEntity.class, locationId) == null) {
            throw StockImport.with(problems, Problem.of(field, "location.unknown", "there is no such location"));
        }
        problems.throwIfAny();
    }

    @Override
    public Page<StockLevel> list(Actor by, StockFilter filter, PageRequest page) {
        by.require(READ);
        return Page.ofText(tx.call(em -> Levels.page(em, filter, page)), page.size(), Levels::cursor);
    }

    @Override
    public List<StockLevel> levels(Actor by, Collection<String> skus) {
        by.require(READ);
        return tx.call(em -> Levels.ofSkus(em, skus));
    }

    @Override
    public Page<Movement> movements(Actor by, String sku, Long locationId, PageRequest page) {
        by.require(READ);
        return Page.ofText(tx.call(em -> Movements.page(em, sku, locationId, page)), page.size(), Movements::cursor);
    }

    @Override
    public Map<String, Map<Long, BigDecimal>> available(Collection<String> skus) {
        Map<String, Map<Long, BigDecimal>> available = new HashMap<>();
        tx.call(em -> Levels.ofSkus(em, skus)).forEach(l -> available.computeIfAbsent(l.sku(), s -> new HashMap<>()).put(l.locationId(), l.available()));
        return available;
    }

    @Override
    public int countLow(int limit) {
        return tx.call(em -> Levels.countLow(em, limit));
    }

    @Override
    public List<String> verify(Actor by) {
        by.require(ADJUST);
        return new StockProof(tx).run();
    }
}
