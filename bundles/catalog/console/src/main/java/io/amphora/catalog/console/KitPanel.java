package io.amphora.catalog.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.catalog.api.Product;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.KitStock;
import io.amphora.inventory.api.Reservations;
import io.amphora.inventory.api.Stock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a kit consists of, and how many there are at each location: as many as the scarcest component gives. */
final class KitPanel extends Div {
    private static final long serialVersionUID = 1L;

    /** @param stock null if nobody keeps stock, or who looks may not see it */
    KitPanel(Product kit, Map<String, Product> parts, Stock stock, Map<Long, String> locations) {
        Formats formats = Formats.current();
        addClassName("stack");
        kit.components().forEach(c -> {
            Product part = parts.get(c.sku());
            add(row(formats.number(c.quantity()) + " × " + (part == null ? c.sku() : part.name()), c.sku()));
        });
        if (stock == null) {
            return;
        }
        List<Reservations.Part> needs = kit.components().stream().map(c -> new Reservations.Part(c.sku(), c.quantity())).toList();
        Map<Long, BigDecimal> available = KitStock.available(needs, stock.available(needs.stream().map(Reservations.Part::sku).toList()));
        add(row(Texts.of("product.kit.available"), formats.number(available.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max))));
        available.forEach((place, count) -> add(row(locations.getOrDefault(place, "#" + place), formats.number(count))));
    }

    private static Div row(String name, String value) {
        Span muted = new Span(value);
        muted.addClassName("muted");
        Div row = new Div(new Span(name + " "), muted);
        row.addClassName("kit-row");
        return row;
    }
}
