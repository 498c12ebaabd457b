package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.util.EnumSet;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** How many orders wait at each stage; each number leads to that list. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class StagesTile implements HomeTile {
    private static final int MOST = 999;

    private final OrderQueries queries;

    @Activate
    public StagesTile(@Reference OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public Component create(Actor actor) {
        Div rows = new Div();
        rows.addClassName("stage-list");
        show(rows, actor);
        Live.on(rows, "order.*", keys -> show(rows, actor));
        Div tile = new Div(new H2(Texts.of("order.tile.stages")), rows);
        OrderStyles.on(tile);
        return tile;
    }

    private void show(Div rows, Actor actor) {
        EnumSet<OrderStatus> all = EnumSet.noneOf(OrderStatus.class);
        OrderViews.STAGES.values().forEach(all::addAll);
        Map<OrderStatus, Integer> counts = queries.counts(actor, all, MOST);
        rows.removeAll();
        OrderViews.STAGES.forEach((view, statuses) -> {
            int count = statuses.stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
            Span number = new Span(Formats.current().number(count) + (count >= MOST ? "+" : ""));
            number.addClassName("strong");
            Anchor row = new Anchor("orders?view=" + view, new Span(Texts.of("order.view." + view)), number);
            row.addClassNames("stage-row", count == 0 ? "stage-empty" : "stage-waiting");
            rows.add(row);
        });
    }
}
