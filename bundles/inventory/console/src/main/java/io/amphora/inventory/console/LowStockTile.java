package io.amphora.inventory.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What runs low, with the way to it. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class LowStockTile implements HomeTile {
    private static final int ROWS = 6;

    private final Stock stock;
    private final Locations locations;

    @Activate
    public LowStockTile(@Reference Stock stock, @Reference Locations locations) {
        this.stock = stock;
        this.locations = locations;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public String permission() {
        return Stock.READ;
    }

    @Override
    public Component create(Actor actor) {
        Div rows = new Div();
        show(rows, actor);
        Live.on(rows, "stock.*", keys -> show(rows, actor));
        Live.on(rows, "order.*", keys -> show(rows, actor));
        Div tile = new Div(new H2(Texts.of("stock.tile.low")), rows);
        InventoryStyles.on(tile);
        return tile;
    }

    private void show(Div rows, Actor actor) {
        StockNames names = new StockNames(locations.list(actor), null);
        io.amphora.common.Page<StockLevel> low = stock.list(actor, new StockFilter(null, null, true), PageRequest.first(ROWS));
        rows.removeAll();
        low.items().forEach(l -> rows.add(row(l, names)));
        if (low.items().isEmpty()) {
            Span fine = new Span(Texts.of("stock.tile.fine"));
            fine.addClassName("muted");
            rows.add(fine);
        } else if (low.next() != null) {
            int count = stock.countLow(LowStockCounter.MOST + 1);
            rows.add(new Anchor("stock?view=low", Texts.of("stock.tile.all", count > LowStockCounter.MOST ? LowStockCounter.MOST + "+" : Integer.toString(count))));
        }
    }

    private static Anchor row(StockLevel l, StockNames names) {
        Span sku = new Span(l.sku());
        sku.addClassName("strong");
        Span place = new Span(names.location(l.locationId()));
        place.addClassName("muted");
        Span available = new Span(Formats.current().number(l.available()));
        available.addClassName("number");
        Anchor row = new Anchor("stock?view=low&q=" + URLEncoder.encode(l.sku(), StandardCharsets.UTF_8), sku, place, available);
        row.addClassName("low-row");
        return row;
    }
}
