package io.amphora.catalog.core;

import io.amphora.catalog.api.KitComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a kit consists of, as one text: read with the product, at no cost. */
final class KitText {
    private KitText() {
    }

    /** @return null for no components */
    static String of(List<KitComponent> components) {
        return components.isEmpty() ? null : components.stream().map(c -> c.quantity().stripTrailingZeros().toPlainString() + " " + c.sku()).collect(Collectors.joining("\n"));
    }

    static List<KitComponent> read(String text) {
        return text == null ? List.of() : text.lines().map(l -> new KitComponent(l.substring(l.indexOf(' ') + 1), new BigDecimal(l.substring(0, l.indexOf(' '))))).toList();
    }
}
