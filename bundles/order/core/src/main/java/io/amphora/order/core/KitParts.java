package io.amphora.order.core;

import io.amphora.order.api.KitPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a kit on a line consists of, as one text of its row. */
final class KitParts {
    private KitParts() {
    }

    /** @return null for no parts */
    static String text(List<KitPart> parts) {
        return parts.isEmpty() ? null : parts.stream().map(p -> Numbers.quantity(p.quantity()).toPlainString() + " " + p.sku()).collect(Collectors.joining("\n"));
    }

    static List<KitPart> read(String text) {
        return text == null ? List.of() : text.lines().map(l -> new KitPart(l.substring(l.indexOf(' ') + 1), new BigDecimal(l.substring(0, l.indexOf(' '))))).toList();
    }
}
