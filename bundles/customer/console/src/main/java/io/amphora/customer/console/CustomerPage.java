package io.amphora.customer.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customer;
import io.amphora.customer.api.CustomerData;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderQueries;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** One customer: facts, addresses, orders, change. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "customer", title = "customer.title", icon = "vaadin:user", permission = Customers.READ)
public final class CustomerPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    private final transient Customers customers;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private long id;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient OrderQueries orders;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient List<PagePanel> panels;

    @Activate
    public CustomerPage(@Reference Customers customers) {
        super("customer.title");
        this.customers = customers;
        CustomerStyles.on(this);
        content.addClassName("columns");
        grow(content);
        setBack("customers");
        Live.on(this, "customer.*", keys -> {
            if (keys.contains(Long.toString(id))) {
                reload();
            }
        });
        Live.on(this, "order.*", keys -> reload());
        // sections of other bundles go with them
        Live.on(this, "extension.*", keys -> reload());
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    private void reload() {
        try {
            show(customers.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            content.add(new EmptyState("search", "customer.missing", "customer.missing.text").step("customer.list", () -> getUI().ifPresent(ui -> ui.navigate("customers"))));
        }
    }

    private void show(Customer c) {
        setTitle(c.name());
        setBadges(CustomersPage.badge(c));
        setFacts(new Facts().inline().add("customer.number", c.number()).add("customer.email", c.email()).add("customer.phone", c.phone()).add("customer.country", c.country())
                .add("customer.credit-limit", c.creditLimit() == null ? null : Formats.current().number(c.creditLimit()))
                .add("customer.since", Formats.current().date(c.createdAt())));
        clearActions();
        if (actor.may(Customers.EDIT) || actor.may(Customers.CREDIT)) {
            primary("customer.edit", () -> edit(c)).setId("edit");
            Shortcuts.on(this, "e", "customer.edit", () -> edit(c));
        }
        if (actor.may(Customers.EDIT)) {
            action(c.blocked() ? "customer.unblock" : "customer.block", () -> setBlocked(c, !c.blocked())).setId("toggle");
        }
        Div side = new Div(section("customer.addresses", addresses(c)));
        if (c.note() != null) {
            side.add(section("customer.note", new Span(c.note())));
        }
        Div main = new Div(section("customer.orders", history(c)));
        main.add(Panels.of(panels, "customer", PagePanel.Place.MAIN, actor, Long.toString(id)));
        side.add(Panels.of(panels, "customer", PagePanel.Place.SIDE, actor, Long.toString(id)));
        content.removeAll();
        content.add(main, side);
    }

    private Component history(Customer c) {
        OrderQueries queries = orders;
        if (queries == null || !actor.may(OrderQueries.READ)) {
            Span off = new Span(Texts.of("customer.orders.off"));
            off.addClassName("muted");
            return off;
        }
        return OrderHistory.of(queries, actor, c.id());
    }

    private static Component addresses(Customer c) {
        Div all = new Div();
        c.addresses().forEach(a -> {
            Div one = new Div();
            one.addClassName("customer-address");
            Stream.of(a.recipient(), a.street(), (CustomerDialog.text(a.postalCode()) + " " + CustomerDialog.text(a.city())).strip(), a.region(), a.country())
                    .filter(s -> s != null && !s.isBlank()).forEach(s -> one.add(new Div(s)));
            all.add(one);
        });
        if (c.addresses().isEmpty()) {
            Span none = new Span(Texts.of("customer.address.none"));
            none.addClassName("muted");
            all.add(none);
        }
        return all;
    }

    private static Div section(String title, Component body) {
        Div section = new Div(new H2(Texts.of(title)), body);
        section.addClassName("surface");
        return section;
    }

    private void edit(Customer c) {
        new CustomerDialog(c, data -> customers.change(actor, c.id(), c.version(), data), changed -> {
            Toast.success("customer.saved", changed.name());
            show(changed);
        }).open();
    }

    private void setBlocked(Customer c, boolean blocked) {
        Toast.guard(() -> {
            CustomerData d = c.data();
            Customer changed = customers.change(actor, id, c.version(), d.withBlocked(blocked));
            show(changed);
            Toast.undoable(Texts.of(blocked ? "customer.was-blocked" : "customer.was-unblocked", c.name()), () -> setBlocked(changed, !blocked));
        });
    }
}
