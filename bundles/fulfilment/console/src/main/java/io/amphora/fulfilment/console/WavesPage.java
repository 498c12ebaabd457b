package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.fulfilment.api.Wave;
import io.amphora.fulfilment.api.Waves;
import io.amphora.inventory.api.Locations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Waves: what is picked together, and how far it is. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "waves", title = "wave.list", icon = "vaadin:stock", group = MenuGroup.FULFILMENT, order = 10, permission = ShippingDesk.FULFIL)
public final class WavesPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Waves waves;
    private final transient Locations locations;
    private final transient Actor actor = CurrentUser.actor();
    private final KeysetGrid<Wave> grid;
    private boolean open = true;

    @Activate
    public WavesPage(@Reference Waves waves, @Reference Locations locations) {
        super("wave.list");
        this.waves = waves;
        this.locations = locations;
        FulfilmentStyles.on(this);
        grid = new KeysetGrid<>(page -> waves.list(actor, open, page), Wave::id);
        columns();
        FilterBar bar = new FilterBar(this::filtered);
        bar.view("", "wave.view.open").view("all", "wave.view.all");
        add(bar);
        if (actor.may(ShippingDesk.FULFIL)) {
            primary("wave.new", this::make).setId("new-wave");
            Shortcuts.on(this, "n", "wave.new", this::make);
        }
        grow(grid);
        Live.on(this, "pick.*", keys -> grid.refresh());
    }

    private void columns() {
        Formats f = Formats.current();
        grid.column("wave.number", Wave::number).setFlexGrow(0);
        grid.badge("wave.state", w -> PickTexts.badge(w.state()));
        grid.column("wave.kind", w -> Texts.of("wave.kind", w.kind()));
        grid.numbers("wave.orders", w -> f.number(w.orders()));
        grid.numbers("wave.lists", w -> f.number(w.lists()));
        grid.numbers("wave.done", w -> PickTexts.progress(w.done(), w.items()));
        grid.column("wave.note", w -> w.note() == null ? "" : w.note());
        grid.column("wave.made", w -> f.dateTime(w.createdAt()) + " · " + Texts.actor(w.createdBy())).setFlexGrow(0);
        grid.setCard(WavesPage::card);
        EmptyState empty = new EmptyState("stock", "wave.none", "wave.none.text");
        grid.setEmptyStateComponent(actor.may(ShippingDesk.FULFIL) ? empty.step("wave.new", this::make) : empty);
        grid.onOpen(w -> getUI().ifPresent(ui -> ui.navigate("wave/" + w.id())));
    }

    private static Component card(Wave w) {
        Div top = ShipmentTexts.row("card-row", ShipmentTexts.strong(w.number()), PickTexts.badge(w.state()));
        Div bottom = ShipmentTexts.row("card-row", ShipmentTexts.muted(Texts.of("wave.kind", w.kind())), ShipmentTexts.strong(PickTexts.progress(w.done(), w.items())));
        return ShipmentTexts.row("card", top, bottom);
    }

    private void filtered(Filter says) {
        open = says.view().isEmpty();
        grid.restart();
    }

    private void make() {
        new WaveDialog(waves, locations, actor, wave -> getUI().ifPresent(ui -> ui.navigate("wave/" + wave.id()))).open();
    }
}
