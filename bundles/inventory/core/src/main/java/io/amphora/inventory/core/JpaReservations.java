package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.StockRehearsal;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A claim is a row; counters move by conditional updates, issued last, in SKU order. */
@Component(service = Reservations.class)
public final class JpaReservations implements Reservations {
    private final Tx tx;
    private final Outbox outbox;
    private final Locations locations;
    private final Clock clock;

    @Activate
    public JpaReservations(@Reference(target = "(domain=inventory)") Tx tx, @Reference Outbox outbox, @Reference Locations locations, @Reference Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.locations = locations;
        this.clock = clock;
    }

    @Override
    public Map<Long, Long> reserve(long orderId, List<Wanted> wanted, Long preferred) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        List<Long> places = places(preferred);
        return tx.callWithRetry(em -> {
            if (places.isEmpty()) {
                throw Shortages.of(Counters.of(em), wanted, wanted, places);
            }
            Instant now = now();
            Map<Wanted, List<ReservationEntity>> claims = new HashMap<>();
            for (Wanted w : wanted) {
                claims.put(w, Claims.needs(w).stream().map(n -> new ReservationEntity(orderId, n, places.get(0), now)).toList());
                claims.get(w).forEach(em::persist);
            }
            // all inserts first: the hot rows are locked last
            em.flush();
            Map<Long, Long> where = new HashMap<>();
            Claims.whole(Counters.of(em), wanted, places).forEach((w, place) -> {
                claims.get(w).forEach(r -> r.moveTo(place));
                where.put(w.lineId(), place);
            });
            return where;
        });
    }

    @Override
    public List<Held> held(Collection<Long> orderIds) {
        List<Long> ids = orderIds.stream().distinct().sorted().toList();
        return tx.call(em -> {
            List<Held> held = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += Sql.MAX_IN) {
                em.createQuery("select r from ReservationEntity r where r.orderId in :orders and r.state = :state order by r.orderId, r.lineId, r.sku", ReservationEntity.class)
                        .setParameter("orders", ids.subList(from, Math.min(from + Sql.MAX_IN, ids.size()))).setParameter("state", ReservationEntity.State.RESERVED).getResultList()
                        .forEach(r -> held.add(r.toHeld()));
            }
            return held;
        });
    }

    @Override
    public List<Taken> reserveAvailable(long orderId, List<Wanted> wanted, Long preferred) {
        List<Long> places = places(preferred);
        return wanted.isEmpty() || places.isEmpty() ? List.of() : tx.callWithRetry(em -> {
            // what is not written yet goes first: the hot rows are locked last
            em.flush();
            List<Taken> taken = whatThereIs(em, orderId, places).take(wanted);
            em.flush();
            return taken;
        });
    }

    @Override
    public List<Taken> reserveUndisputed(long orderId, List<Wanted> wanted, Long preferred) {
        List<Taken> taken = new ArrayList<>();
        for (Wanted w : wanted) {
            List<String> skus = w.parts().isEmpty() ? List.of(w.sku()) : w.parts().stream().map(Part::sku).toList();
            List<Long> places = new ArrayList<>(places(preferred));
            places.removeAll(tx.call(em -> StoredShelves.disputed(em, skus)));
            if (!places.isEmpty()) {
                taken.addAll(tx.callWithRetry(em -> {
                    em.flush();
                    List<Taken> some = whatThereIs(em, orderId, places).take(List.of(w));
                    em.flush();
                    return some;
                }));
            }
        }
        return taken;
    }

    private WhatThereIs whatThereIs(EntityManager em, long orderId, List<Long> places) {
        Instant now = now();
        return new WhatThereIs(Counters.of(em), places, (need, place) -> em.persist(new ReservationEntity(orderId, need, place, now)));
    }

    @Override
    public StockRehearsal rehearse() {
        return new CountedDown(skus -> tx.call(em -> Levels.ofSkus(em, skus)), this::places);
    }

    @Override
    public void transfer(long orderId, Collection<Long> lineIds, long newOrderId) {
        tx.callWithRetry(em -> {
            held(em, orderId, lineIds).forEach(r -> r.transfer(newOrderId));
            em.flush();
            return null;
        });
    }

    /** The preferred one, then the other active ones by priority. */
    private List<Long> places(Long preferred) {
        List<Long> places = new ArrayList<>(locations.active().stream().map(Location::id).toList());
        if (preferred != null && places.remove(preferred)) {
            places.add(0, preferred);
        }
        return places;
    }

    @Override
    public void release(long orderId, Collection<Long> lineIds) {
        tx.callWithRetry(em -> {
            List<ReservationEntity> held = held(em, orderId, lineIds);
            held.forEach(r -> r.end(ReservationEntity.State.RELEASED));
            em.flush();
            Levels.reserve(em, held.stream().map(r -> new Levels.Claim(level(r), r.quantity().negate())).toList());
            return null;
        });
    }

    @Override
    public void split(long orderId, long lineId, long newLineId, BigDecimal quantity) {
        tx.callWithRetry(em -> {
            held(em, orderId, List.of(lineId)).forEach(r -> em.persist(r.split(newLineId, quantity, now())));
            em.flush();
            return null;
        });
    }

    @Override
    public void move(long orderId, Collection<Long> lineIds, long locationId) {
        tx.callWithRetry(em -> {
            List<ReservationEntity> held = held(em, orderId, lineIds).stream().filter(r -> r.locationId() != locationId).toList();
            List<Levels.Claim> claims = new ArrayList<>();
            for (ReservationEntity r : held) {
                claims.add(new Levels.Claim(level(r), r.quantity().negate()));
                claims.add(new Levels.Claim(new LevelKey(r.sku(), locationId), r.quantity()));
                r.moveTo(locationId);
            }
            em.flush();
            claims.sort(Comparator.comparing(Levels.Claim::level));
            checkMoved(em, claims, Levels.reserve(em, claims), held, List.copyOf(lineIds));
            return null;
        });
    }

    private static void checkMoved(EntityManager em, List<Levels.Claim> claims, int[] hits, List<ReservationEntity> moved, List<Long> lineIds) {
        Set<String> missed = new HashSet<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                missed.add(claims.get(i).level().sku());
            }
        }
        if (!missed.isEmpty()) {
            Map<String, BigDecimal> available = new HashMap<>();
            long place = moved.get(0).locationId();
            Levels.ofSkus(em, missed).stream().filter(l -> l.locationId() == place).forEach(l -> available.put(l.sku(), l.available().max(BigDecimal.ZERO)));
            throw new AmphoraException.Refused(moved.stream().filter(r -> missed.contains(r.sku()))
                    .map(r -> Shortages.problem(lineIds.indexOf(r.lineId()), r.sku(), r.quantity(), available.getOrDefault(r.sku(), BigDecimal.ZERO))).toList());
        }
    }

    @Override
    public void consume(long orderId, Collection<Long> lineIds, String who) {
        tx.callWithRetry(em -> {
            List<ReservationEntity> held = held(em, orderId, lineIds);
            if (held.isEmpty()) {
                return null;
            }
            held.forEach(r -> r.end(ReservationEntity.State.CONSUMED));
            em.flush();
            Levels.consume(em, held.stream().map(r -> new Levels.Claim(level(r), r.quantity())).toList());
            issue(em, orderId, held, who);
            return null;
        });
    }

    private void issue(EntityManager em, long orderId, List<ReservationEntity> held, String who) {
        Ledger ledger = new Ledger(em, outbox, now(), who);
        Map<LevelKey, BigDecimal> after = new HashMap<>();
        Levels.ofSkus(em, held.stream().map(ReservationEntity::sku).toList()).forEach(l -> after.put(new LevelKey(l.sku(), l.locationId()), l.onHand()));
        // several lines may have taken from one level: from the last one back
        for (int i = held.size() - 1; i >= 0; i--) {
            ReservationEntity r = held.get(i);
            BigDecimal onHand = after.get(level(r));
            ledger.add(level(r), Movement.Kind.ISSUE, r.quantity().negate(), onHand, null, "order:" + orderId);
            after.put(level(r), onHand.add(r.quantity()));
        }
    }

    private static LevelKey level(ReservationEntity r) {
        return new LevelKey(r.sku(), r.locationId());
    }

    /** In the order in which levels are locked. */
    private static List<ReservationEntity> held(EntityManager em, long orderId, Collection<Long> lineIds) {
        Set<Long> lines = Set.copyOf(lineIds);
        return em.createQuery("select r from ReservationEntity r where r.orderId = :order and r.state = :state", ReservationEntity.class)
                .setParameter("order", orderId).setParameter("state", ReservationEntity.State.RESERVED).getResultList().stream()
                .filter(r -> lines.contains(r.lineId())).sorted(Comparator.comparing(JpaReservations::level).thenComparing(ReservationEntity::lineId)).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
