package io.amphora.returns.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
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
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.ReturnFilter;
import io.amphora.returns.api.ReturnReasons;
import io.amphora.returns.api.ReturnRow;
import io.amphora.returns.api.ReturnState;
import io.amphora.returns.api.Returns;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All returns: what is left to do, state by state. The number on a parcel leads to its return. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "returns", title = "returns.title", icon = "vaadin:arrow-backward", group = MenuGroup.ORDERS, order = 50, permission = Returns.READ)
public final class ReturnsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 100;

    private final transient Returns returns;
    private final transient Actor actor = CurrentUser.actor();
    private final Tabs tabs = new Tabs();
    private final transient Map<Tab, ReturnFilter> views = new LinkedHashMap<>();
    private final transient Map<Tab, String> labels = new LinkedHashMap<>();
    private final KeysetGrid<ReturnRow> grid;
    private transient ReturnFilter filter = new ReturnFilter(null, true, null, null);

    @Activate
    public ReturnsPage(@Reference Returns returns) {
        super("returns.title");
        this.returns = returns;
        ReturnStyles.on(this);
        tabs.addClassName("filter-views");
        view("open", filter);
        for (ReturnState state : new ReturnState[] {ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.IN_TRANSIT, ReturnState.RECEIVED, ReturnState.INSPECTED, ReturnState.SETTLING}) {
            view(state.name(), ReturnFilter.ofState(state));
        }
        view("all", ReturnFilter.ALL);
        grid = grid();
        if (actor.may(ReturnReasons.CONFIGURE)) {
            action("returns.setup", () -> getUI().ifPresent(ui -> ui.navigate("return-setup"))).setId("setup");
        }
        Scan scan = new Scan("returns.scan", this::open);
        scan.setId("scan");
        add(scan, tabs);
        grow(grid);
        tabs.addSelectedChangeListener(e -> {
            filter = views.get(e.getSelectedTab());
            grid.restart();
        });
        Live.on(this, "returns.*", keys -> {
            count();
            grid.refresh();
        });
        count();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String wanted = Filter.of(event.getLocation().getQueryParameters()).view();
        views.keySet().stream().filter(t -> t.getId().orElse("").equals("view-" + wanted)).findFirst().ifPresent(tabs::setSelectedTab);
    }

    private void view(String id, ReturnFilter of) {
        Tab tab = new Tab();
        tab.setId("view-" + id);
        views.put(tab, of);
        labels.put(tab, Texts.of(of.state() == null ? "returns.view." + id : "returns.state." + id.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        tabs.add(tab);
    }

    private void count() {
        labels.forEach((tab, label) -> {
            ReturnFilter of = views.get(tab);
            int waiting = of.state() == null ? 0 : returns.count(actor, of, LIMIT);
            tab.setLabel(waiting == 0 ? label : label + " " + (waiting == LIMIT ? LIMIT - 1 + "+" : String.valueOf(waiting)));
        });
    }

    private void open(String number) {
        returns.findByNumber(actor, number).ifPresentOrElse(r -> getUI().ifPresent(ui -> ui.navigate(ReturnPage.class, r.id())),
                () -> io.amphora.console.api.kit.Toast.error("returns.scan.unknown", number));
    }

    private KeysetGrid<ReturnRow> grid() {
        Formats f = Formats.current();
        KeysetGrid<ReturnRow> all = new KeysetGrid<>(page -> returns.list(actor, filter, page), ReturnRow::id);
        all.column("returns.number", ReturnRow::number);
        all.badge("returns.state", r -> ReturnTexts.badge(r.state()));
        all.column("returns.order", ReturnRow::orderNumber);
        all.column("returns.customer", r -> r.customerName() == null ? "" : r.customerName());
        all.column("returns.wanted", r -> Texts.of("returns.kind", r.kind()) + " · " + Texts.of("returns.outcome", r.wanted()));
        all.numbers("returns.quantity", r -> f.number(r.quantity()));
        all.numbers("returns.credit", r -> r.credit() == null ? "" : f.money(r.credit()));
        all.column("returns.created", r -> f.dateTime(r.createdAt()));
        all.setEmptyStateComponent(new EmptyState("arrow-backward", "returns.none.title", "returns.none.text"));
        all.setCard(this::card);
        all.onOpen(r -> getUI().ifPresent(ui -> ui.navigate(ReturnPage.class, r.id())));
        return all;
    }

    private Div card(ReturnRow r) {
        Span head = new Span(r.number() + " · " + r.orderNumber());
        head.addClassName("strong");
        Span more = new Span((r.customerName() == null ? "" : r.customerName() + " · ") + Texts.of("returns.outcome", r.wanted()));
        more.addClassName("muted");
        Div top = new Div(head, ReturnTexts.badge(r.state()));
        top.addClassName("card-row");
        Div card = new Div(top, more);
        card.addClassName("card");
        return card;
    }
}
