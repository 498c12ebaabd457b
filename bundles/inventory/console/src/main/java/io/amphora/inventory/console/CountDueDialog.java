package io.amphora.inventory.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Shelves.CountDue;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import java.util.List;
import java.util.function.Consumer;

/** What is to be counted because less was found than there should be, each with the way to its count. */
final class CountDueDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 100;

    /** @param shelves null: nothing is known */
    CountDueDialog(Shelves shelves, Stock stock, Actor actor, StockNames names, Consumer<StockLevel> count) {
        InventoryStyles.on(this);
        setHeaderTitle(Texts.of("stock.to-count"));
        setWidth("min(38rem, 94vw)");
        List<CountDue> all = shelves == null ? List.of() : shelves.toCount(actor, PageRequest.first(ROWS)).items();
        if (all.isEmpty()) {
            Span none = new Span(Texts.of("stock.to-count.none"));
            none.addClassName("muted");
            add(none);
        }
        all.forEach(d -> add(row(d, stock, actor, names, count)));
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
    }

    private Div row(CountDue d, Stock stock, Actor actor, StockNames names, Consumer<StockLevel> count) {
        Span what = new Span(d.sku() + " · " + names.location(d.locationId()));
        what.addClassName("strong");
        Span why = new Span(d.reason() + " · " + d.askedBy() + " · " + Formats.current().dateTime(d.askedAt()));
        why.addClassName("muted");
        Div text = new Div(what, why);
        text.addClassName("two-lines");
        Button go = new Button(Texts.of("stock.count"), e -> stock.levels(actor, List.of(d.sku())).stream().filter(l -> l.locationId() == d.locationId()).findFirst().ifPresent(l -> {
            close();
            count.accept(l);
        }));
        go.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        Div row = new Div(text, go);
        row.addClassName("movement-row");
        return row;
    }
}
