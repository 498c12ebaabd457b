package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The latest orders, as they come in. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class RecentTile implements HomeTile {
    private static final int ROWS = 8;

    private final OrderQueries queries;

    @Activate
    public RecentTile(@Reference OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public int width() {
        return 8;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public Component create(Actor actor) {
        Div rows = new Div();
        rows.addClassName("recent-list");
        show(rows, actor);
        Live.on(rows, "order.*", keys -> show(rows, actor));
        Div tile = new Div(new H2(Texts.of("order.tile.recent")), rows);
        OrderStyles.on(tile);
        return tile;
    }

    private void show(Div rows, Actor actor) {
        List<OrderRow> latest = queries.list(actor, OrderFilter.ALL, PageRequest.first(ROWS)).items();
        rows.removeAll();
        if (latest.isEmpty()) {
            EmptyState empty = new EmptyState("cart", "order.none", "order.none.text");
            rows.add(actor.may(OrderEntry.ENTER) ? empty.step("order.new", () -> rows.getUI().ifPresent(ui -> ui.navigate("new-order"))) : empty);
        }
        latest.forEach(r -> rows.add(row(r)));
    }

    private static Anchor row(OrderRow row) {
        Formats formats = Formats.current();
        Span number = new Span(row.number());
        number.addClassName("strong");
        Span when = new Span(formats.relative(row.at()));
        when.addClassName("muted");
        Span total = new Span(formats.money(row.total().rounded()));
        total.addClassName("number");
        Span customer = new Span(row.customerName() == null ? "" : row.customerName());
        customer.addClassName("ellipsis");
        Anchor anchor = new Anchor("order/" + row.id(), number, customer, when, OrderBadges.of(row.status()), total);
        anchor.addClassName("recent-row");
        return anchor;
    }
}
