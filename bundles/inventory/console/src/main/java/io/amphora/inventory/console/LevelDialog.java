package io.amphora.inventory.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** One stock level: its figures, the movements behind them, and what can be done. */
final class LevelDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;

    private final transient StockLevel level;
    private final transient Actor actor;

    LevelDialog(StockLevel level, Stock stock, Actor actor, StockNames names, Consumer<StockDialog.Kind> act) {
        this.level = level;
        this.actor = actor;
        Formats formats = Formats.current();
        setHeaderTitle(level.sku() + " · " + names.location(level.locationId()));
        setWidth("min(38rem, 94vw)");
        add(new Facts().inline().add("stock.product", names.product(level.sku())).add("stock.on-hand", formats.number(level.onHand()))
                .add("stock.reserved", formats.number(level.reserved())).add("stock.safety", formats.number(level.safety())).add("stock.available", formats.number(level.available())));
        if (actor.may(Stock.ADJUST)) {
            Div actions = new Div();
            actions.addClassName("level-actions");
            for (StockDialog.Kind kind : StockDialog.Kind.values()) {
                Button button = new Button(Texts.of("stock." + kind.name().toLowerCase(Locale.ROOT)), e -> {
                    close();
                    act.accept(kind);
                });
                button.setId("level-" + kind.name().toLowerCase(Locale.ROOT));
                actions.add(button);
            }
            add(actions);
        }
        H2 title = new H2(Texts.of("movement.list"));
        title.addClassName("dialog-title");
        add(title);
        stock.movements(actor, level.sku(), level.locationId(), PageRequest.first(ROWS)).items().forEach(m -> add(row(m, formats)));
        getFooter().add(new Anchor("movements?q=" + URLEncoder.encode(level.sku(), StandardCharsets.UTF_8) + "&location=" + level.locationId(), Texts.of("movement.all")),
                new Button(Texts.of("kit.close"), e -> close()));
    }

    /** Shows where it lies, and lets who may change stock say so. @param shelves null: nothing is known of places */
    LevelDialog shelf(Shelves shelves) {
        if (shelves != null) {
            addComponentAtIndex(1, new ShelfLine(shelves, actor, level));
        }
        return this;
    }

    private static Div row(Movement m, Formats formats) {
        Span what = new Span(Texts.of("movement.kind", m.kind()) + (m.reason() == null ? "" : ": " + m.reason()));
        Span when = new Span(formats.dateTime(m.at()) + " · " + Texts.actor(m.who()));
        when.addClassName("muted");
        Div text = new Div(what, when);
        text.addClassName("two-lines");
        Span quantity = new Span((m.quantity().signum() > 0 ? "+" : "") + formats.number(m.quantity()));
        quantity.addClassName("number");
        Span after = new Span("= " + formats.number(m.onHandAfter()));
        after.addClassName("number");
        Div row = new Div(text, quantity, after);
        row.addClassName("movement-row");
        return row;
    }
}
