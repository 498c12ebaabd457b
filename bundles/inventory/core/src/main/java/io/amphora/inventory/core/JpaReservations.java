package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Reservations;
import io.amphora.platform.api.Outbox;
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
            List<Line> lines = lines(wanted);
            if (places.isEmpty()) {
                throw tooLittle(em, lines, places);
            }
            Instant now = now();
            lines.forEach(line -> {
                line.claim = new ReservationEntity(orderId, line.wanted, places.get(0), now);
                em.persist(line.claim);
            });
            // all inserts first: the hot rows are locked last
            em.flush();
            claim(em, lines, places);
            Map<Long, Long> where = new HashMap<>();
            lines.forEach(line -> where.put(line.claim.lineId(), line.claim.locationId()));
            return where;
        });
    }

    @Override
    public List<Taken> reserveAvailable(long orderId, List<Wanted> wanted, Long preferred) {
        List<Long> places = places(preferred);
        return wanted.isEmpty() || places.isEmpty() ? List.of() : tx.callWithRetry(em -> {
            // what is not written yet goes first: the hot rows are locked last
            em.flush();
            List<Taken> taken = new WhatThereIs(em, orderId, places, now()).take(wanted);
            em.flush();
            return taken;
        });
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

    /** A wanted line, and the claim it gets. */
    private static final class Line {
        final int index;
        final Wanted wanted;
        ReservationEntity claim;

        Line(int index, Wanted wanted) {
            this.index = index;
            this.wanted = wanted;
        }

        String sku() {
            return wanted.sku();
        }
    }

    private static List<Line> lines(List<Wanted> wanted) {
        List<Line> lines = new ArrayList<>();
        for (Wanted w : wanted) {
            lines.add(new Line(lines.size(), w));
        }
        lines.sort(Comparator.comparing(Line::sku));
        return lines;
    }

    private static void claim(EntityManager em, List<Line> lines, List<Long> places) {
        List<Line> left = lines;
        for (long place : places) {
            left = claim(em, left, place);
            if (left.isEmpty()) {
                return;
            }
        }
        throw tooLittle(em, left, places);
    }

    /** @return those that found too little there */
    private static List<Line> claim(EntityManager em, List<Line> lines, long place) {
        int[] hits = Levels.reserve(em, lines.stream().map(l -> new Levels.Claim(new LevelKey(l.sku(), place), l.wanted.quantity())).toList());
        List<Line> missed = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                missed.add(lines.get(i));
            } else {
                lines.get(i).claim.moveTo(place);
            }
        }
        return missed;
    }

    /** All short lines with the most that one location has. */
    private static AmphoraException tooLittle(EntityManager em, List<Line> lines, List<Long> places) {
        Map<String, BigDecimal> most = new HashMap<>();
        Levels.ofSkus(em, lines.stream().map(Line::sku).toList()).stream().filter(l -> places.contains(l.locationId()))
                .forEach(l -> most.merge(l.sku(), l.available().max(BigDecimal.ZERO), BigDecimal::max));
        return new AmphoraException.Refused(lines.stream().sorted(Comparator.comparingInt(l -> l.index)).map(l -> shortage(l.index, l.wanted.sku(), l.wanted.quantity(),
                most.getOrDefault(l.wanted.sku(), BigDecimal.ZERO))).toList());
    }

    private static Problem shortage(int index, String sku, BigDecimal wanted, BigDecimal available) {
        return Problem.of("lines[" + index + "].quantity", "stock.short", "{0}: {1} wanted, {2} available", sku, Quantities.text(wanted), Quantities.text(available));
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
                    .map(r -> shortage(lineIds.indexOf(r.lineId()), r.sku(), r.quantity(), available.getOrDefault(r.sku(), BigDecimal.ZERO))).toList());
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
