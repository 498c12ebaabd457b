package io.amphora.catalog.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.amphora.catalog.api.Product;
import io.amphora.catalog.api.ProductFilter;
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
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All products: search, filters, a new one. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "products", title = "product.list", icon = "vaadin:package", group = MenuGroup.CATALOGUE, order = 10, permission = Products.READ)
public final class ProductsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient Products products;
    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<Product> grid;
    private transient ProductFilter filter = ProductFilter.ALL;

    @Activate
    public ProductsPage(@Reference Products products) {
        super("product.list");
        this.products = products;
        grid = new KeysetGrid<>(page -> products.list(actor, filter, page), Product::id);
        CatalogStyles.on(this);
        buildGrid();
        Map<String, String> lines = new LinkedHashMap<>();
        products.productLines(actor).forEach(l -> lines.put(l, l));
        bar.choice("line", "product.line", lines)
                .choice("active", "product.active", Map.of("true", Texts.of("product.active.yes"), "false", Texts.of("product.active.no")));
        if (actor.may(Products.EDIT)) {
            primary("product.new", this::enter).setId("new-product");
            Shortcuts.on(this, "n", "product.new", this::enter);
        }
        add(bar);
        grow(grid);
        Live.on(this, "product.*", keys -> grid.refresh());
    }

    private void buildGrid() {
        Formats formats = Formats.current();
        grid.column("product.sku", Product::sku).setFlexGrow(0);
        grid.column("product.name", Product::name).setFlexGrow(3);
        grid.column("product.line", p -> p.productLine() == null ? "" : p.productLine());
        grid.numbers("product.price", p -> formats.money(p.price()));
        grid.column("product.unit", p -> Texts.orElse("unit." + p.unit(), p.unit())).setFlexGrow(0);
        grid.badge("product.active", ProductsPage::badge);
        grid.setCard(p -> card(p, formats));
        EmptyState empty = new EmptyState("package", "product.none", "product.none.text");
        grid.setEmptyStateComponent(actor.may(Products.EDIT) ? empty.step("product.new", this::enter) : empty);
        grid.onOpen(p -> getUI().ifPresent(ui -> ui.navigate("product/" + p.id())));
    }

    static Badge badge(Product p) {
        return p.active() ? Badge.of(Badge.Tone.SUCCESS, "product.active.yes") : Badge.of(Badge.Tone.NEUTRAL, "product.active.no");
    }

    private static Div card(Product p, Formats formats) {
        Span name = new Span(p.name());
        name.addClassName("strong");
        Div top = new Div(name, new Span(formats.money(p.price())));
        Span sku = new Span(p.sku());
        sku.addClassName("muted");
        Div bottom = new Div(sku, badge(p));
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void enter() {
        new ProductDialog(null, products.productLines(actor), data -> products.create(actor, data), p -> {
            Toast.success("product.created", p.sku());
            grid.refresh();
        }).open();
    }

    private void filtered(Filter says) {
        filter = new ProductFilter(says.text().isEmpty() ? null : says.text(), says.value("line").orElse(null), says.value("active").map(Boolean::valueOf).orElse(null));
        grid.restart();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
