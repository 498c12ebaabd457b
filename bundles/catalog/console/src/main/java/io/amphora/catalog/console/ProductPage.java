package io.amphora.catalog.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.catalog.api.Barcodes;
import io.amphora.catalog.api.KitComponent;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.Products;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Money;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.inventory.api.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** One product: facts, stock per location, change. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "product", title = "product.title", icon = "vaadin:package", permission = Products.READ)
public final class ProductPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient Products products;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private long id;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Stock stock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Locations locations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Barcodes barcodes;

    @Activate
    public ProductPage(@Reference Products products) {
        super("product.title");
        this.products = products;
        CatalogStyles.on(this);
        content.addClassName("columns");
        grow(content);
        setBack("products");
        Live.on(this, "product.*", keys -> {
            if (keys.contains(Long.toString(id))) {
                reload();
            }
        });
        Live.on(this, "stock.*", keys -> reload());
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    private void reload() {
        try {
            show(products.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            content.add(new EmptyState("search", "product.missing", "product.missing.text").step("product.list", () -> getUI().ifPresent(ui -> ui.navigate("products"))));
        }
    }

    private void show(Product p) {
        Formats formats = Formats.current();
        setTitle(p.name());
        setBadges(ProductsPage.badge(p));
        setFacts(new Facts().inline().add("product.sku", p.sku()).add("product.price", formats.money(p.price())).add("product.unit", Texts.orElse("unit." + p.unit(), p.unit()))
                .add("product.line", p.productLine()).add("product.tax", p.taxRate() == null ? null : formats.number(p.taxRate()) + " %")
                .add("product.cost", p.cost() == null ? null : formats.money(new Money(p.cost(), p.price().currency()))));
        clearActions();
        if (actor.may(Products.EDIT)) {
            primary("product.edit", () -> edit(p)).setId("edit");
            Shortcuts.on(this, "e", "product.edit", () -> edit(p));
            action(p.active() ? "product.retire" : "product.activate", () -> setActive(p, !p.active())).setId("toggle");
        }
        content.removeAll();
        content.add(new Div(section(p.isKit() ? "product.kit" : "product.stock", p.isKit() ? kit(p) : stockOf(p))));
        Barcodes codes = barcodes;
        if (codes != null) {
            content.add(new Div(section("product.barcodes", new BarcodeList(codes, actor, p.sku()))));
        }
    }

    private Component kit(Product p) {
        Stock figures = stock;
        Locations places = locations;
        boolean seen = figures != null && places != null && actor.may(Stock.READ);
        return new KitPanel(p, products.lookup(p.components().stream().map(KitComponent::sku).toList()), seen ? figures : null,
                seen ? places.list(actor).stream().collect(Collectors.toMap(Location::id, Location::name)) : Map.of());
    }

    private Component stockOf(Product p) {
        Stock figures = stock;
        Locations places = locations;
        if (!p.stocked() || figures == null || places == null || !actor.may(Stock.READ)) {
            Span none = new Span(Texts.of(p.stocked() ? "product.stock.unknown" : "product.stock.none-kept"));
            none.addClassName("muted");
            return none;
        }
        List<StockLevel> levels = figures.levels(actor, List.of(p.sku()));
        if (levels.isEmpty()) {
            return new EmptyState("cubes", "product.stock.empty", "product.stock.empty.text").step("product.stock.go", () -> getUI().ifPresent(ui -> ui.navigate("stock")));
        }
        Map<Long, String> names = places.list(actor).stream().collect(Collectors.toMap(Location::id, Location::name));
        return StockTable.of(p, levels, names);
    }

    private static Div section(String title, Component body) {
        Div section = new Div(new H2(Texts.of(title)), body);
        section.addClassName("surface");
        return section;
    }

    private void edit(Product p) {
        new ProductDialog(p, products.productLines(actor), data -> products.change(actor, p.id(), p.version(), data), changed -> {
            Toast.success("product.saved", changed.sku());
            show(changed);
        }).open();
    }

    private void setActive(Product p, boolean active) {
        Toast.guard(() -> {
            Product changed = products.change(actor, id, p.version(), p.data().withActive(active));
            show(changed);
            Toast.undoable(Texts.of(active ? "product.activated" : "product.retired", p.sku()), () -> setActive(changed, !active));
        });
    }
}
