package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.VaadinSession;
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
import io.amphora.customer.api.Customers;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderBulk;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All orders: a tab per stage, filters, bulk actions. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "orders", title = "order.list", icon = "vaadin:cart", group = MenuGroup.ORDERS, order = 10, permission = OrderQueries.READ)
public final class OrdersPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final String LAST_FILTER = "order.last-filter";
    private static final int COUNT_LIMIT = 1000;

    private final transient OrderQueries queries;
    private final transient Actor actor = CurrentUser.actor();
    private final FilterBar bar = new FilterBar(this::filtered);
    private final KeysetGrid<OrderRow> grid;
    private transient OrderFilter filter = OrderFilter.ALL;

    @Activate
    public OrdersPage(@Reference OrderQueries queries, @Reference OrderBulk bulk, @Reference Locations locations, @Reference Customers customers) {
        super("order.list");
        this.queries = queries;
        grid = new KeysetGrid<>(page -> queries.list(actor, filter, page), OrderRow::id);
        OrderStyles.on(this);
        buildGrid();
        buildFilter(customers);
        if (actor.may(OrderEntry.ENTER)) {
            primary("order.new", this::enter).setId("new-order");
            Shortcuts.on(this, "n", "order.new", this::enter);
        }
        add(bar);
        add(new BulkBar(grid, bulk, locations, () -> filter, actor));
        grow(grid);
        Live.on(this, "order.*", keys -> {
            grid.refresh();
            counts();
        });
    }

    private void buildGrid() {
        Formats formats = Formats.current();
        grid.setSelectionMode(com.vaadin.flow.component.grid.Grid.SelectionMode.MULTI);
        grid.column("order.number", OrderRow::number).setFlexGrow(0);
        grid.column("order.placed", r -> formats.dateTime(r.at())).setFlexGrow(0);
        grid.column("order.customer", r -> r.customerName() == null ? "" : r.customerName());
        grid.column("order.country", r -> r.country() == null ? "" : r.country());
        grid.badge("order.status", OrderBadges::of);
        grid.badge("order.due", r -> OrderBadges.due(r, formats));
        grid.column("order.channel", r -> Texts.orElse("order.channel." + r.channel(), r.channel())).setFlexGrow(0);
        grid.numbers("order.lines", r -> formats.number(r.lines()));
        grid.numbers("order.total", r -> formats.money(r.total().rounded()));
        grid.setCard(r -> card(r, formats));
        EmptyState empty = new EmptyState("cart", "order.none-here", "order.none.text");
        grid.setEmptyStateComponent(actor.may(OrderEntry.ENTER) ? empty.step("order.new", this::enter) : empty);
        grid.onOpen(r -> getUI().ifPresent(ui -> ui.navigate(OrderPage.class, r.id())));
    }

    private static Div card(OrderRow row, Formats formats) {
        Span number = new Span(row.number());
        number.addClassName("strong");
        Span total = new Span(formats.money(row.total().rounded()));
        total.addClassName("strong");
        Div top = new Div(number, total);
        Span customer = new Span(row.customerName() == null ? "" : row.customerName());
        Div bottom = new Div(customer, OrderBadges.of(row));
        top.addClassName("card-row");
        bottom.addClassName("card-row");
        Div card = new Div(top, bottom);
        card.addClassName("card");
        return card;
    }

    private void buildFilter(Customers customers) {
        bar.view("", "order.view.all");
        OrderViews.STAGES.keySet().forEach(v -> bar.view(v, "order.view." + v));
        bar.view(OrderViews.HELD, "order.view.held");
        bar.view(OrderViews.LATE, "order.view.late");
        bar.view(OrderViews.BACKORDERED, "order.view.backordered");
        bar.view(OrderViews.HISTORY, "order.view.history");
        Map<String, String> statuses = new LinkedHashMap<>();
        for (OrderStatus s : OrderStatus.values()) {
            statuses.put(s.name(), Texts.of("order.status", s));
        }
        Map<String, String> holds = new LinkedHashMap<>();
        for (HoldType h : HoldType.values()) {
            holds.put(h.name(), OrderBadges.text(h));
        }
        bar.choice("status", "order.status", statuses).choice("hold", "order.hold", holds).day("from", "order.from").day("to", "order.to").text("country", "order.country").choice("channel", "order.channel", channels());
        CustomerChip.on(bar, customers, actor);
    }

    private Map<String, String> channels() {
        Map<String, String> channels = new LinkedHashMap<>();
        queries.channels(actor).forEach(c -> channels.put(c, Texts.orElse("order.channel." + c, c)));
        return channels;
    }

    private void enter() {
        getUI().ifPresent(ui -> ui.navigate(NewOrderPage.class));
    }

    private void filtered(Filter says) {
        filter = OrderViews.filter(says);
        VaadinSession.getCurrent().setAttribute(LAST_FILTER, filter);
        grid.restart();
    }

    /** What the list showed last in this browser session: the order page steps through it. */
    static OrderFilter lastFilter() {
        Object filter = VaadinSession.getCurrent().getAttribute(LAST_FILTER);
        return filter instanceof OrderFilter f ? f : OrderFilter.ALL;
    }

    private void counts() {
        OrderViews.STAGES.forEach((view, statuses) -> {
            Map<OrderStatus, Integer> counts = queries.counts(actor, statuses, COUNT_LIMIT);
            bar.setCount(view, counts.values().stream().mapToInt(Integer::intValue).sum());
        });
        bar.setCount(OrderViews.LATE, queries.count(actor, OrderViews.filter(new Filter(OrderViews.LATE, "", Map.of())), COUNT_LIMIT));
        bar.setCount(OrderViews.BACKORDERED, queries.count(actor, OrderViews.filter(new Filter(OrderViews.BACKORDERED, "", Map.of())), COUNT_LIMIT));
        bar.setCount(OrderViews.HELD, queries.count(actor, OrderViews.filter(new Filter(OrderViews.HELD, "", Map.of())), COUNT_LIMIT));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
        counts();
    }
}
