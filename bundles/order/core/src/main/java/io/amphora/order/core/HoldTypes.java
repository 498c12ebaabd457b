package io.amphora.order.core;

import io.amphora.order.api.HoldType;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Open holds as one column: {@code ,CREDIT,STOCK,}. */
final class HoldTypes {
    private HoldTypes() {
    }

    /** @param text null if there never was a hold */
    static Set<HoldType> of(String text) {
        Set<HoldType> open = EnumSet.noneOf(HoldType.class);
        if (text != null) {
            for (String name : text.split(",")) {
                if (!name.isEmpty()) {
                    open.add(HoldType.valueOf(name));
                }
            }
        }
        return open;
    }

    static String text(Set<HoldType> open) {
        return open.isEmpty() ? "," : open.stream().map(h -> h.name() + ",").sorted().collect(Collectors.joining("", ",", ""));
    }
}
