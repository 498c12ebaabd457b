package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
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
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Filter;
import io.amphora.console.api.kit.FilterBar;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderTemplate;
import io.amphora.order.api.OrderTemplates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Named orders to begin from: use, change, let one recur. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "order-templates", title = "ordertemplate.title", icon = "vaadin:copy-o", group = MenuGroup.ORDERS, order = 30, permission = OrderQueries.READ)
public final class OrderTemplatesPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient OrderTemplates templates;
    private final transient OrderPlans plans;
    private final transient Customers customers;
    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<OrderTemplate> grid;
    private transient Filter filter = Filter.NONE;

    @Activate
    public OrderTemplatesPage(@Reference OrderTemplates templates, @Reference OrderPlans plans, @Reference Customers customers) {
        super("ordertemplate.title");
        this.templates = templates;
        this.plans = plans;
        this.customers = customers;
        grid = new KeysetGrid<>(page -> templates.list(actor, filter.text(), customer(), page), OrderTemplate::id);
        OrderStyles.on(this);
        Formats formats = Formats.current();
        grid.column("ordertemplate.name", OrderTemplate::name);
        grid.column("order.customer", OrderTemplatesPage::owner);
        grid.numbers("order.lines", t -> formats.number(t.lines().size()));
        grid.column("ordertemplate.changed", t -> Texts.actor(t.changedBy()) + " · " + formats.dateTime(t.changedAt()));
        grid.setCard(OrderTemplatesPage::card);
        EmptyState empty = new EmptyState("copy", "ordertemplate.none", "ordertemplate.none.text");
        grid.setEmptyStateComponent(actor.may(OrderEntry.ENTER) ? empty.step("ordertemplate.new", () -> edit(null)) : empty);
        grid.onOpen(this::open);
        CustomerChip.on(bar, customers, actor);
        if (actor.may(OrderEntry.ENTER)) {
            primary("ordertemplate.new", () -> edit(null)).setId("new-template");
        }
        add(bar);
        grow(grid);
        Live.on(this, "order-template.*", keys -> grid.refresh());
    }

    private static String owner(OrderTemplate t) {
        return t.customerId() == null ? Texts.of("ordertemplate.shared") : t.customerName();
    }

    private static Component card(OrderTemplate t) {
        Span name = new Span(t.name());
        name.addClassName("strong");
        Span owner = new Span(owner(t));
        owner.addClassName("muted");
        Div card = new Div(name, owner);
        card.addClassName("card-row");
        return card;
    }

    private void edit(OrderTemplate template) {
        new TemplateDialog(templates, customers, actor, template, grid::refresh).open();
    }

    private void open(OrderTemplate t) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(t.name());
        Div lines = new Div();
        Formats formats = Formats.current();
        t.lines().forEach(l -> lines.add(new Div(formats.number(l.quantity()) + " × " + l.sku() + (l.unitPrice() == null ? "" : " @ " + formats.number(l.unitPrice())))));
        lines.addClassName("template-lines");
        Span owner = new Span(owner(t));
        owner.addClassName("muted");
        dialog.add(owner, lines);
        if (actor.may(OrderEntry.ENTER)) {
            CustomerChoice customer = new CustomerChoice(customers, actor);
            customer.setVisible(t.customerId() == null);
            dialog.add(customer);
            Button use = new Button(Texts.of("ordertemplate.use"), e -> use(dialog, t, customer));
            use.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            use.setId("use-template");
            Button recur = new Button(Texts.of("recurring.new"), e -> {
                dialog.close();
                new PlanDialog(plans, customers, actor, t, () -> getUI().ifPresent(ui -> ui.navigate(RecurringPage.class))).open();
            });
            recur.setId("recur");
            Button change = new Button(Texts.of("ordertemplate.change"), e -> {
                dialog.close();
                edit(t);
            });
            Button delete = new Button(Texts.of("ordertemplate.delete"), e -> delete(dialog, t));
            delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
            dialog.getFooter().add(delete, change, recur, use);
        }
        dialog.open();
    }

    private void use(Dialog dialog, OrderTemplate t, CustomerChoice customer) {
        Long who = customer.getValue() == null ? null : customer.getValue().id();
        Order[] draft = new Order[1];
        if (Toast.guard(() -> draft[0] = templates.draft(actor, t.id(), who, "console"))) {
            dialog.close();
            getUI().ifPresent(ui -> ui.navigate(NewOrderPage.class, draft[0].id()));
        }
    }

    private void delete(Dialog dialog, OrderTemplate t) {
        ReasonDialog.confirm(Texts.of("ordertemplate.delete.title", t.name()), Texts.of("ordertemplate.delete.text"), "ordertemplate.delete", () -> {
            if (Toast.guard(() -> templates.delete(actor, t.id(), t.version()))) {
                dialog.close();
                grid.refresh();
            }
        }).dangerous();
    }

    private Long customer() {
        return filter.value("customer").filter(c -> c.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(null);
    }

    private void filtered(Filter says) {
        filter = says;
        grid.restart();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
    }
}
