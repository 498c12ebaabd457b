package io.amphora.inventory.core;

import io.amphora.inventory.api.Reservations.Part;
import io.amphora.inventory.api.Reservations.Wanted;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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

    /** Tries one location, in the order in which levels are locked. @return the lines that found too little there */
    static List<Wanted> at(EntityManager em, List<Wanted> wanted, long place) {
        List<Need> needs = wanted.stream().flatMap(w -> needs(w).stream()).sorted(Comparator.comparing(Need::sku)).toList();
        int[] hits = Levels.reserve(em, needs.stream().map(n -> claim(n, place, n.quantity())).toList());
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
        return back.isEmpty() ? left : again(em, left, back, place);
    }

    /** What incomplete kits took for a moment may be what others missed. */
    private static List<Wanted> again(EntityManager em, List<Wanted> left, List<Need> back, long place) {
        Levels.reserve(em, back.stream().map(n -> claim(n, place, n.quantity().negate())).toList());
        List<Wanted> single = left.stream().filter(w -> w.parts().isEmpty()).toList();
        Set<Wanted> still = new HashSet<>(single.isEmpty() ? single : at(em, single, place));
        return left.stream().filter(w -> !w.parts().isEmpty() || still.contains(w)).toList();
    }

    private static Levels.Claim claim(Need need, long place, BigDecimal quantity) {
        return new Levels.Claim(new LevelKey(need.sku(), place), quantity);
    }
}
