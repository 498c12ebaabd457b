package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Taken;
import io.amphora.inventory.api.Reservations.Wanted;
import io.amphora.inventory.api.StockLevel;
import io.amphora.inventory.api.StockRehearsal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Goes the way of real claims over a copy of the counters. */
final class CountedDown implements StockRehearsal, Counters {
    private final Function<Collection<String>, List<StockLevel>> stock;
    private final Function<Long, List<Long>> places;
    private final Map<String, List<StockLevel>> levels = new HashMap<>();
    private final Map<LevelKey, BigDecimal> taken = new HashMap<>();
    private final List<Levels.Claim> since = new ArrayList<>();

    /** @param stock reads the counters; @param places the active locations, the preferred one first */
    CountedDown(Function<Collection<String>, List<StockLevel>> stock, Function<Long, List<Long>> places) {
        this.stock = stock;
        this.places = places;
    }

    @Override
    public Map<Long, Long> reserve(List<Wanted> wanted, Long preferred) {
        Map<Long, Long> where = new HashMap<>();
        if (!wanted.isEmpty()) {
            Claims.whole(this, wanted, places.apply(preferred)).forEach((w, place) -> where.put(w.lineId(), place));
        }
        return where;
    }

    @Override
    public List<Taken> reserveAvailable(List<Wanted> wanted, Long preferred) {
        return new WhatThereIs(this, places.apply(preferred), (need, place) -> {
            // nothing is kept but the count
        }).take(wanted);
    }

    @Override
    public void keep() {
        since.clear();
    }

    @Override
    public void undo() {
        since.forEach(c -> taken.merge(c.level(), c.quantity().negate(), BigDecimal::add));
        since.clear();
    }

    @Override
    public int[] reserve(List<Levels.Claim> claims) {
        ofSkus(claims.stream().map(c -> c.level().sku()).toList());
        return claims.stream().mapToInt(c -> take(c) ? 1 : 0).toArray();
    }

    private boolean take(Levels.Claim claim) {
        StockLevel level = levels.get(claim.level().sku()).stream().filter(l -> l.locationId() == claim.level().locationId()).findFirst().orElse(null);
        boolean enough = level != null && (claim.quantity().signum() < 0 || left(level).available().compareTo(claim.quantity()) >= 0);
        if (enough) {
            taken.merge(claim.level(), claim.quantity(), BigDecimal::add);
            since.add(claim);
        }
        return enough;
    }

    @Override
    public List<StockLevel> ofSkus(Collection<String> skus) {
        TreeSet<String> all = new TreeSet<>(skus);
        List<String> unknown = all.stream().filter(s -> !levels.containsKey(s)).toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(s -> levels.put(s, new ArrayList<>()));
            stock.apply(unknown).forEach(l -> levels.get(l.sku()).add(l));
        }
        return all.stream().flatMap(s -> levels.get(s).stream()).map(this::left).toList();
    }

    private StockLevel left(StockLevel l) {
        return new StockLevel(l.id(), l.sku(), l.locationId(), l.onHand(), l.reserved().add(taken.getOrDefault(new LevelKey(l.sku(), l.locationId()), BigDecimal.ZERO)), l.safety(), l.version());
    }
}
