package io.amphora.inventory.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Shelves;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockFilter;
import io.amphora.inventory.api.StockLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** Stock per product and location: what is there, what is promised, what is free. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "stock", title = "stock.list", icon = "vaadin:cubes", group = MenuGroup.INVENTORY, order = 10, permission = Stock.READ)
public final class StockPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final String LOW = "low";

    private final transient Stock stock;
    private final transient Locations locations;
    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<StockLevel> grid;
    private transient StockFilter filter = StockFilter.ALL;
    private transient StockNames names;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Products products;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Shelves shelves;

    @Activate
    public StockPage(@Reference Stock stock, @Reference Locations locations) {
        super("stock.list");
        this.stock = stock;
        this.locations = locations;
        grid = new KeysetGrid<>(page -> stock.list(actor, filter, page), StockLevel::id);
        InventoryStyles.on(this);
        List<Location> places = locations.list(actor);
        names = new StockNames(places, null);
        buildGrid();
        Map<String, String> labels = new LinkedHashMap<>();
        places.forEach(l -> labels.put(Long.toString(l.id()), l.name()));
        bar.view("", "stock.view.all").view(LOW, "stock.view.low").choice("location", "stock.location", labels);
        if (actor.may(Stock.ADJUST)) {
            primary("stock.receive", () -> act(StockDialog.Kind.RECEIVE, null)).setId("receive");
            action("stock.count", () -> act(StockDialog.Kind.COUNT, null)).setId("count");
            action("stock.transfer", () -> act(StockDialog.Kind.TRANSFER, null)).setId("transfer");
            Button due = action("stock.to-count", () -> new CountDueDialog(shelves, stock, actor, names, l -> act(StockDialog.Kind.COUNT, l)).open());
            due.setId("to-count");
            due.addClassName("wide-only");
            Button verify = action("stock.verify", this::verify);
            verify.setId("verify");
            verify.addClassName("wide-only");
            Shortcuts.on(this, "n", "stock.receive", () -> act(StockDialog.Kind.RECEIVE, null));
            Shortcuts.on(this, "c", "stock.count", () -> act(StockDialog.Kind.COUNT, null));
            Shortcuts.on(this, "t", "stock.transfer", () -> act(StockDialog.Kind.TRANSFER, null));
        }
        add(bar);
        grow(grid);
        Live.on(this, "stock.*", keys -> refresh());
        // reservations come and go with orders
        Live.on(this, "order.*", keys -> refresh());
    }

    private void buildGrid() {
        Formats formats = Formats.current();
        grid.column("stock.sku", StockLevel::sku).setFlexGrow(0);
        grid.column("stock.product", l -> names.product(l.sku())).setFlexGrow(2);
        grid.column("stock.location", l -> names.location(l.locationId()));
        grid.numbers("stock.on-hand", l -> formats.number(l.onHand()));
        grid.numbers("stock.reserved", l -> formats.number(l.reserved()));
        grid.numbers("stock.safety", l -> formats.number(l.safety()));
        grid.numbers("stock.available", l -> formats.number(l.available()));
        grid.badge("stock.state", StockPage::badge);
        grid.setCard(l -> card(l, formats));
        EmptyState empty = new EmptyState("cubes", "stock.none", "stock.none.text");
        grid.setEmptyStateComponent(actor.may(Stock.ADJUST) ? empty.step("stock.receive", () -> act(StockDialog.Kind.RECEIVE, null)) : empty);
        grid.onOpen(l -> new LevelDialog(l, stock, actor, names, kind -> act(kind, l)).shelf(shelves).open());
    }

    private static Badge badge(StockLevel l) {
        if (l.available().signum() <= 0) {
            return Badge.of(Badge.Tone.ERROR, "stock.state.out");
        }
        return l.available().compareTo(l.safety()) <= 0 ? Badge.of(Badge.Tone.WARNING, "stock.state.low") : Badge.of(Badge.Tone.SUCCESS, "stock.state.ok");
    }

    private Div card(StockLevel l, Formats formats) {
        Span sku = new Span(l.sku());
        sku.addClassName("strong");
        Div top = new Div(sku, badge(l));
        Span place = new Span(names.location(l.locationId()));
        place.addClassName("muted");
        Div bottom = new Div(place, new Span(Texts.of("stock.there", formats.number(l.onHand()), formats.number(l.reserved()), formats.number(l.available()))));
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void act(StockDialog.Kind kind, StockLevel level) {
        List<Location> places = locations.list(actor);
        StockDialog dialog = new StockDialog(kind, stock, actor, places, names, this::refresh);
        if (level != null) {
            dialog.at(level, places);
        }
        dialog.open();
    }

    private void verify() {
        Toast.guard(() -> {
            List<String> problems = stock.verify(actor);
            if (problems.isEmpty()) {
                Toast.success("stock.verified");
            } else {
                Toast.error("stock.not-verified", problems.size(), String.join("; ", problems.subList(0, Math.min(3, problems.size()))));
            }
        });
    }

    private void refresh() {
        names = new StockNames(locations.list(actor), products);
        grid.refresh();
        bar.setCount(LOW, stock.countLow(LowStockCounter.MOST));
    }

    private void filtered(Filter says) {
        filter = new StockFilter(says.text().isEmpty() ? null : says.text(), says.value("location").map(StockPage::id).orElse(null), says.view().equals(LOW) ? true : null);
        grid.restart();
    }

    /** Addresses are written by hand, too. */
    static Long id(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        refresh();
        filtered(bar.get());
    }
}
