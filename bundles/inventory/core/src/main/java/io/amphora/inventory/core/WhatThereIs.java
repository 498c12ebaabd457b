package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Taken;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.inventory.api.StockLevel;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Claims as much as there is: whole lines where one location has enough, else a part. The counters move by the same conditional updates as ever. */
final class WhatThereIs {
    private static final int ATTEMPTS = 5;

    private final EntityManager em;
    private final long orderId;
    private final List<Long> places;
    private final Instant now;

    WhatThereIs(EntityManager em, long orderId, List<Long> places, Instant now) {
        this.em = em;
        this.orderId = orderId;
        this.places = places;
        this.now = now;
    }

    List<Taken> take(List<Wanted> wanted) {
        List<Wanted> left = wanted.stream().sorted(Comparator.comparing(Wanted::sku)).toList();
        List<Taken> taken = new ArrayList<>();
        for (long place : places) {
            left = whole(left, place, taken);
        }
        left.forEach(w -> part(w, taken));
        return taken;
    }

    /** @return those that found too little there */
    private List<Wanted> whole(List<Wanted> wanted, long place, List<Taken> taken) {
        int[] hits = Levels.reserve(em, wanted.stream().map(w -> new Levels.Claim(new LevelKey(w.sku(), place), w.quantity())).toList());
        List<Wanted> missed = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                missed.add(wanted.get(i));
            } else {
                keep(wanted.get(i), place, taken);
            }
        }
        return missed;
    }

    /** From the location that has most; whoever was faster in between makes it look again. */
    private void part(Wanted wanted, List<Taken> taken) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StockLevel most = Levels.ofSkus(em, List.of(wanted.sku())).stream().filter(l -> places.contains(l.locationId()) && l.available().signum() > 0)
                    .max(Comparator.comparing(StockLevel::available)).orElse(null);
            if (most == null) {
                return;
            }
            BigDecimal quantity = most.available().min(wanted.quantity());
            if (Levels.reserve(em, List.of(new Levels.Claim(new LevelKey(wanted.sku(), most.locationId()), quantity)))[0] == 1) {
                keep(new Wanted(wanted.lineId(), wanted.sku(), quantity), most.locationId(), taken);
                return;
            }
        }
    }

    private void keep(Wanted claimed, long place, List<Taken> taken) {
        em.persist(new ReservationEntity(orderId, claimed, place, now));
        taken.add(new Taken(claimed.lineId(), place, claimed.quantity()));
    }
}
