package io.amphora.inventory.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations.Part;
import io.amphora.inventory.api.Reservations.Wanted;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says what there is of what somebody wants in vain. */
final class Shortages {
    private Shortages() {
    }

    private static Map<String, Map<Long, BigDecimal>> bySku(Counters counters, Collection<String> skus) {
        Map<String, Map<Long, BigDecimal>> found = new HashMap<>();
        counters.ofSkus(skus).forEach(l -> found.computeIfAbsent(l.sku(), s -> new HashMap<>()).put(l.locationId(), l.available()));
        return found;
    }

    private static Map<Long, BigDecimal> of(Wanted w, Map<String, Map<Long, BigDecimal>> available) {
        return w.parts().isEmpty() ? available.getOrDefault(w.sku(), Map.of()) : KitStock.available(w.parts(), available);
    }

    private static List<String> skus(Collection<Wanted> wanted) {
        return wanted.stream().flatMap(w -> w.parts().isEmpty() ? List.of(w.sku()).stream() : w.parts().stream().map(Part::sku)).distinct().toList();
    }

    /** Of one line, by location. */
    static Map<Long, BigDecimal> available(Counters counters, Wanted wanted) {
        return of(wanted, bySku(counters, skus(List.of(wanted))));
    }

    /** All short lines with the most that one location has. @param all in the order in which the caller counts them */
    static AmphoraException of(Counters counters, List<Wanted> all, List<Wanted> shorts, List<Long> places) {
        Map<String, Map<Long, BigDecimal>> available = bySku(counters, skus(shorts));
        return new AmphoraException.Refused(all.stream().filter(shorts::contains).map(w -> problem(all.indexOf(w), w,
                of(w, available).entrySet().stream().filter(e -> places.contains(e.getKey())).map(Map.Entry::getValue).toList())).toList());
    }

    /** @param available by location: a line comes from one of them */
    private static Problem problem(int index, Wanted w, List<BigDecimal> available) {
        BigDecimal most = available.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal all = available.stream().map(a -> a.max(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.compareTo(w.quantity()) < 0 || most.compareTo(w.quantity()) >= 0 ? problem(index, w.sku(), w.quantity(), most)
                : Problem.of("lines[" + index + "].quantity", "stock.short-at-one", "{0}: {1} wanted, at most {2} at one location, {3} in all: as several lines it can come from several", w.sku(),
                        Quantities.text(w.quantity()), Quantities.text(most), Quantities.text(all));
    }

    static Problem problem(int index, String sku, BigDecimal wanted, BigDecimal available) {
        return Problem.of("lines[" + index + "].quantity", "stock.short", "{0}: {1} wanted, {2} available", sku, Quantities.text(wanted), Quantities.text(available));
    }
}
