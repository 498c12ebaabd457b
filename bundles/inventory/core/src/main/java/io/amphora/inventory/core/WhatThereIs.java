package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Taken;
import io.amphora.inventory.api.Reservations.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Claims as much as there is: whole lines where one location has enough, else a part. The counters move by the same conditional updates as ever. */
final class WhatThereIs {
    private static final int ATTEMPTS = 5;

    private final Counters counters;
    private final List<Long> places;
    private final BiConsumer<Claims.Need, Long> keeper;

    /** @param keeper keeps the claim on what is needed at a location */
    WhatThereIs(Counters counters, List<Long> places, BiConsumer<Claims.Need, Long> keeper) {
        this.counters = counters;
        this.places = places;
        this.keeper = keeper;
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
        List<Wanted> missed = Claims.at(counters, wanted, place);
        wanted.stream().filter(w -> !missed.contains(w)).forEach(w -> keep(w, place, taken));
        return missed;
    }

    /** From the location that has most; whoever was faster in between makes it look again. */
    private void part(Wanted wanted, List<Taken> taken) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<Long, BigDecimal> available = Shortages.available(counters, wanted);
            Long most = places.stream().filter(p -> available.getOrDefault(p, BigDecimal.ZERO).signum() > 0).max(Comparator.comparing(available::get)).orElse(null);
            if (most == null) {
                return;
            }
            Wanted part = new Wanted(wanted.lineId(), wanted.sku(), available.get(most).min(wanted.quantity()), wanted.parts());
            if (Claims.at(counters, List.of(part), most).isEmpty()) {
                keep(part, most, taken);
                return;
            }
        }
    }

    private void keep(Wanted claimed, long place, List<Taken> taken) {
        Claims.needs(claimed).forEach(n -> keeper.accept(n, place));
        taken.add(new Taken(claimed.lineId(), place, claimed.quantity()));
    }
}
