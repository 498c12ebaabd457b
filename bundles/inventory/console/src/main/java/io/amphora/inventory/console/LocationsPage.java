package io.amphora.inventory.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The places of stock. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "locations", title = "location.list", icon = "vaadin:building", group = MenuGroup.INVENTORY, order = 30, permission = Stock.READ)
public final class LocationsPage extends Page implements ConsoleView {
    private static final long serialVersionUID = 1L;

    private final transient Locations locations;
    private final transient Actor actor = CurrentUser.actor();
    private final KeysetGrid<Location> grid;

    @Activate
    public LocationsPage(@Reference Locations locations) {
        super("location.list");
        this.locations = locations;
        // few: one page
        grid = new KeysetGrid<>(page -> new io.amphora.common.Page<>(locations.list(actor), null), Location::id);
        InventoryStyles.on(this);
        Formats formats = Formats.current();
        grid.column("location.code", Location::code).setFlexGrow(0);
        grid.column("location.name", Location::name).setFlexGrow(2);
        grid.column("location.region", l -> l.region() == null ? "" : l.region());
        grid.numbers("location.priority", l -> formats.number(l.priority()));
        grid.badge("location.state", LocationsPage::badge);
        grid.setCard(LocationsPage::card);
        if (actor.may(Locations.CONFIGURE)) {
            primary("location.new", () -> open(null)).setId("new-location");
            Shortcuts.on(this, "n", "location.new", () -> open(null));
            grid.onOpen(this::open);
        }
        grow(grid);
        Live.on(this, "location.*", keys -> grid.refresh());
    }

    private static Badge badge(Location l) {
        return l.active() ? Badge.of(Badge.Tone.SUCCESS, "location.active.yes") : Badge.of(Badge.Tone.NEUTRAL, "location.active.no");
    }

    private static Div card(Location l) {
        Span name = new Span(l.name());
        name.addClassName("strong");
        Div top = new Div(name, badge(l));
        Span code = new Span(l.code());
        code.addClassName("muted");
        Div card = new Div(top, new Div(code, new Span(l.region() == null ? "" : l.region())));
        card.addClassName("card");
        return card;
    }

    private void open(Location location) {
        new LocationDialog(location, locations, actor, saved -> {
            Toast.success("location.saved", saved.name());
            grid.refresh();
        }).open();
    }
}
