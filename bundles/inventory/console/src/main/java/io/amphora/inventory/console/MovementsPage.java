package io.amphora.inventory.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.ReferenceNames;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Texts;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Movement;
import io.amphora.inventory.api.Stock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The ledger: every entry behind the figures. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "movements", title = "movement.list", icon = "vaadin:list-ol", group = MenuGroup.INVENTORY, order = 20, permission = Stock.READ)
public final class MovementsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<Movement> grid;
    private final transient StockNames names;
    private final transient Referred referred;
    private String sku;
    private Long location;

    @Activate
    public MovementsPage(@Reference Stock stock, @Reference Locations locations, @Reference List<ReferenceNames> domains) {
        super("movement.list");
        referred = new Referred(domains, actor);
        grid = new KeysetGrid<>(page -> referred.named(stock.movements(actor, sku, location, page)), Movement::id);
        InventoryStyles.on(this);
        List<Location> places = locations.list(actor);
        names = new StockNames(places, null);
        buildGrid();
        Map<String, String> labels = new LinkedHashMap<>();
        places.forEach(l -> labels.put(Long.toString(l.id()), l.name()));
        bar.choice("location", "stock.location", labels);
        setBack("stock");
        add(bar);
        grow(grid);
        Live.on(this, "stock.*", keys -> grid.refresh());
    }

    private void buildGrid() {
        Formats formats = Formats.current();
        grid.column("movement.at", m -> formats.dateTime(m.at())).setFlexGrow(0);
        grid.column("stock.sku", Movement::sku).setFlexGrow(0);
        grid.column("stock.location", m -> names.location(m.locationId()));
        grid.column("movement.kind", m -> Texts.of("movement.kind", m.kind())).setFlexGrow(0);
        grid.numbers("stock.quantity", m -> signed(m, formats));
        grid.numbers("movement.after", m -> formats.number(m.onHandAfter()));
        grid.column("stock.reason", m -> m.reason() == null ? "" : m.reason());
        grid.badge("stock.reference", referred::show);
        grid.column("movement.who", m -> Texts.actor(m.who()));
        grid.setCard(m -> card(m, formats));
        grid.setEmptyStateComponent(new EmptyState("list-ol", "movement.none", "movement.none.text"));
        grid.onOpen(m -> {
            String path = referred.path(m.reference());
            if (path != null) {
                getUI().ifPresent(ui -> ui.navigate(path));
            }
        });
    }

    private static String signed(Movement m, Formats formats) {
        return (m.quantity().signum() > 0 ? "+" : "") + formats.number(m.quantity());
    }

    private Div card(Movement m, Formats formats) {
        Span sku = new Span(m.sku());
        sku.addClassName("strong");
        Div top = new Div(sku, new Span(signed(m, formats) + " = " + formats.number(m.onHandAfter())));
        Span when = new Span(formats.dateTime(m.at()));
        when.addClassName("muted");
        Div bottom = new Div(new Span(Texts.of("movement.kind", m.kind()) + " · " + names.location(m.locationId())), when);
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void filtered(Filter says) {
        sku = says.text().isEmpty() ? null : says.text();
        location = says.value("location").map(StockPage::id).orElse(null);
        grid.restart();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
