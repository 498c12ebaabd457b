package io.amphora.catalog.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.catalog.api.Product;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.StockLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Stock of one product, a row per location that leads to its movements. */
final class StockTable {
    private StockTable() {
    }

    static Component of(Product product, List<StockLevel> levels, Map<Long, String> locations) {
        Formats formats = Formats.current();
        Div head = new Div(new Span(Texts.of("product.stock.location")), new Span(Texts.of("product.stock.on-hand")), new Span(Texts.of("product.stock.reserved")),
                new Span(Texts.of("product.stock.available")));
        head.addClassNames("stock-at", "stock-head");
        Div table = new Div(head);
        for (StockLevel l : levels) {
            Anchor row = new Anchor("movements?q=" + URLEncoder.encode(product.sku(), StandardCharsets.UTF_8) + "&location=" + l.locationId(),
                    new Span(locations.getOrDefault(l.locationId(), "#" + l.locationId())), new Span(formats.number(l.onHand())), new Span(formats.number(l.reserved())),
                    new Span(formats.number(l.available())));
            row.addClassName("stock-at");
            table.add(row);
        }
        return table;
    }
}
