package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Part;
import io.amphora.inventory.api.Reservations.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lines take from the counters. A kit takes all it consists of, or nothing. */
final class Claims {
    private Claims() {
    }

    /** What is to be taken for a line. @param each null if it is no kit */
    record Need(Wanted line, String sku, BigDecimal quantity, BigDecimal each) {
    }

    static List<Need> needs(Wanted w) {
        return w.parts().isEmpty() ? List.of(new Need(w, w.sku(), w.quantity(), null))
                : w.parts().stream().map((Part p) -> new Need(w, p.sku(), p.each().multiply(w.quantity()), p.each())).toList();
    }

    /** Every line wholly at one location. @param places in the order in which they are asked; @return where; @throws io.amphora.common.AmphoraException.Refused naming all that are short */
    static Map<Wanted, Long> whole(Counters counters, List<Wanted> wanted, List<Long> places) {
        Map<Wanted, Long> where = new HashMap<>();
        List<Wanted> left = wanted;
        for (long place : places) {
            List<Wanted> missed = at(counters, left, place);
            left.stream().filter(w -> !missed.contains(w)).forEach(w -> where.put(w, place));
            left = missed;
            if (left.isEmpty()) {
                return where;
            }
        }
        throw Shortages.of(counters, wanted, left, places);
    }

    /** Tries one location, in the order in which levels are locked. @return the lines that found too little there */
    static List<Wanted> at(Counters counters, List<Wanted> wanted, long place) {
        List<Need> needs = wanted.stream().flatMap(w -> needs(w).stream()).sorted(Comparator.comparing(Need::sku)).toList();
        int[] hits = counters.reserve(needs.stream().map(n -> claim(n, place, n.quantity())).toList());
        Set<Wanted> missed = new HashSet<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] == 0) {
                missed.add(needs.get(i).line());
            }
        }
        if (missed.isEmpty()) {
            return List.of();
        }
        List<Need> back = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] != 0 && missed.contains(needs.get(i).line())) {
                back.add(needs.get(i));
            }
        }
        List<Wanted> left = wanted.stream().filter(missed::contains).toList();
        return back.isEmpty() ? left : again(counters, left, back, place);
    }

    /** What incomplete kits took for a moment may be what others missed. */
    private static List<Wanted> again(Counters counters, List<Wanted> left, List<Need> back, long place) {
        counters.reserve(back.stream().map(n -> claim(n, place, n.quantity().negate())).toList());
        List<Wanted> single = left.stream().filter(w -> w.parts().isEmpty()).toList();
        Set<Wanted> still = new HashSet<>(single.isEmpty() ? single : at(counters, single, place));
        return left.stream().filter(w -> !w.parts().isEmpty() || still.contains(w)).toList();
    }

    private static Levels.Claim claim(Need need, long place, BigDecimal quantity) {
        return new Levels.Claim(new LevelKey(need.sku(), place), quantity);
    }
}
