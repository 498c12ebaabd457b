package io.amphora.customer.console;

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
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerFilter;
import io.amphora.customer.api.Customers;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All customers: search, filters, a new one. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "customers", title = "customer.list", icon = "vaadin:users", group = MenuGroup.CUSTOMERS, order = 10, permission = Customers.READ)
public final class CustomersPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient Customers customers;
    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<Customer> grid;
    private transient CustomerFilter filter = CustomerFilter.ALL;

    @Activate
    public CustomersPage(@Reference Customers customers) {
        super("customer.list");
        this.customers = customers;
        grid = new KeysetGrid<>(page -> customers.list(actor, filter, page), Customer::id);
        CustomerStyles.on(this);
        buildGrid();
        bar.text("country", "customer.country")
                .choice("blocked", "customer.state", Map.of("true", Texts.of("customer.blocked"), "false", Texts.of("customer.open")));
        if (actor.may(Customers.EDIT)) {
            primary("customer.new", this::enter).setId("new-customer");
            Shortcuts.on(this, "n", "customer.new", this::enter);
        }
        add(bar);
        grow(grid);
        Live.on(this, "customer.*", keys -> grid.refresh());
    }

    private void buildGrid() {
        grid.column("customer.number", Customer::number).setFlexGrow(0);
        grid.column("customer.name", Customer::name).setFlexGrow(2);
        grid.column("customer.email", c -> CustomerDialog.text(c.email()));
        grid.column("customer.phone", c -> CustomerDialog.text(c.phone()));
        grid.column("customer.country", c -> CustomerDialog.text(c.country()));
        grid.badge("customer.state", CustomersPage::badge);
        grid.setCard(CustomersPage::card);
        EmptyState empty = new EmptyState("users", "customer.none", "customer.none.text");
        grid.setEmptyStateComponent(actor.may(Customers.EDIT) ? empty.step("customer.new", this::enter) : empty);
        grid.onOpen(c -> getUI().ifPresent(ui -> ui.navigate("customer/" + c.id())));
    }

    static Badge badge(Customer c) {
        return c.blocked() ? Badge.of(Badge.Tone.ERROR, "customer.blocked") : Badge.of(Badge.Tone.SUCCESS, "customer.open");
    }

    private static Div card(Customer c) {
        Span name = new Span(c.name());
        name.addClassName("strong");
        Div top = new Div(name, badge(c));
        Span number = new Span(c.number());
        number.addClassName("muted");
        Div bottom = new Div(number, new Span(CustomerDialog.text(c.country())));
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void enter() {
        new CustomerDialog(null, data -> customers.create(actor, data), c -> {
            Toast.success("customer.created", c.number());
            getUI().ifPresent(ui -> ui.navigate("customer/" + c.id()));
        }).open();
    }

    private void filtered(Filter says) {
        filter = new CustomerFilter(says.text().isEmpty() ? null : says.text(), says.value("country").orElse(null), says.value("blocked").map(Boolean::valueOf).orElse(null));
        grid.restart();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
