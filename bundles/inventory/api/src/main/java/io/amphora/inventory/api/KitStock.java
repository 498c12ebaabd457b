package io.amphora.inventory.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many kits there are: as many whole ones as its scarcest component gives, at one location. */
public final class KitStock {
    private KitStock() {
    }

    /**
     * @param parts     what one kit consists of
     * @param available by SKU and location, as {@link Stock#available} tells
     * @return by location; one that lacks a component wholly is not named
     */
    public static Map<Long, BigDecimal> available(List<Reservations.Part> parts, Map<String, Map<Long, BigDecimal>> available) {
        Map<Long, BigDecimal> kits = new HashMap<>();
        if (parts.isEmpty()) {
            return kits;
        }
        available.getOrDefault(parts.get(0).sku(), Map.of()).keySet().forEach(place -> {
            if (parts.stream().allMatch(p -> available.getOrDefault(p.sku(), Map.of()).containsKey(place))) {
                kits.put(place, at(parts, parts.stream().collect(Collectors.toMap(Reservations.Part::sku, p -> available.get(p.sku()).get(place), (a, b) -> a))));
            }
        });
        return kits;
    }

    /** @param available by SKU, at one location; one that is not there is none */
    public static BigDecimal at(List<Reservations.Part> parts, Map<String, BigDecimal> available) {
        return parts.stream().map(p -> available.getOrDefault(p.sku(), BigDecimal.ZERO).max(BigDecimal.ZERO).divide(p.each(), 0, RoundingMode.DOWN)).min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }
}
