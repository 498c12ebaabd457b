package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import io.amphora.assignment.api.Assignments;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Panels;
import io.amphora.console.api.kit.Shortcuts;
import io.amphora.console.api.kit.Texts;
import io.amphora.identity.api.People;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.annotations.ServiceScope;

/** One order: what it is, what can be done with it, and everything that happened to it. */
@Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "order", title = "order.title", icon = "vaadin:file-text-o", permission = OrderQueries.READ)
public final class OrderPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;

    /** Id of the body of a section that follows the shipments of an order. */
    private static final String FOLLOWED = "order-shipments";

    private final transient OrderQueries queries;
    private final transient OrderActionBar actionBar;
    private final transient Locations locations;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private transient Order shown;
    private long id;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient Assignments assignments;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient People people;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile transient List<PagePanel> panels;

    @Activate
    public OrderPage(@Reference OrderQueries queries, @Reference OrderActions actions, @Reference OrderHolds holds, @Reference OrderEntry entry,
                     @Reference Locations locations) {
        super("order.title");
        this.queries = queries;
        this.locations = locations;
        actionBar = new OrderActionBar(this, actions, holds, entry, locations, () -> assignments, this::show);
        content.addClassName("columns");
        OrderStyles.on(this);
        grow(content);
        setBack("orders");
        Shortcuts.on(this, "[", "order.previous", () -> neighbour(0));
        Shortcuts.on(this, "]", "order.next", () -> neighbour(1));
        // sections of other bundles go with them
        Live.on(this, "extension.*", keys -> {
            if (shown != null) {
                reload();
            }
        });
        Live.on(this, "order.*", keys -> {
            if (keys.contains(Long.toString(id))) {
                reload();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        id = parameter;
        reload();
    }

    void reload() {
        try {
            show(queries.find(actor, id));
        } catch (AmphoraException.NotFound e) {
            content.removeAll();
            clearActions();
            shown = null;
            content.add(new EmptyState("search", "order.missing", "order.missing.text").step("order.list", () -> getUI().ifPresent(ui -> ui.navigate("orders"))));
        }
    }

    private void show(Order order) {
        setTitle(Texts.of("order.title.number", order.number()));
        setBadges(badges(order));
        Map<Long, String> names = OrderFacts.locations(locations, actor);
        setFacts(OrderFacts.header(order, names));
        // the echo of one's own action must not swap the buttons under the pointer
        if (!order.equals(shown)) {
            actionBar.show(order, ownHand(order));
            shown = order;
        }
        content.removeAll();
        content.add(main(order, names), side(order));
    }

    /** Whoever had a hand in an order is not offered to let it pass. */
    private boolean ownHand(Order order) {
        return order.status() == OrderStatus.IN_REVIEW && queries.hadHand(actor, order);
    }

    private static Badge[] badges(Order order) {
        Stream<Badge> holds = order.holds().stream().filter(Hold::isOpen).map(h -> OrderBadges.of(h.type()));
        return Stream.concat(Stream.of(OrderBadges.of(order.status())), holds).toArray(Badge[]::new);
    }

    private Div main(Order order, Map<Long, String> names) {
        Div main = new Div();
        if (order.holds().stream().anyMatch(Hold::isOpen)) {
            main.add(new HoldsPanel(order, actor, actionBar::release));
        }
        if (!order.findings().isEmpty()) {
            main.add(new FindingsPanel(order, actor, ownHand(order), actionBar::waive));
        }
        main.add(Panels.section("order.lines", lines(order, names)));
        List<com.vaadin.flow.component.Component> others = contributed(PagePanel.Place.MAIN);
        if (!order.shipments().isEmpty() && others.stream().noneMatch(OrderPage::followsShipments)) {
            main.add(Panels.section("order.shipments", new ShipmentsPanel(order)));
        }
        main.add(others);
        main.add(Panels.section("order.timeline", new OrderTimeline(queries, actionBar, order, actor, () -> people, notes(order))));
        return main;
    }

    /** Whether another bundle shows the same parcels, and knows more of them. */
    private static boolean followsShipments(com.vaadin.flow.component.Component section) {
        return section.getChildren().anyMatch(body -> body.getId().filter(FOLLOWED::equals).isPresent());
    }

    private Div lines(Order order, Map<Long, String> names) {
        TotalsBlock totals = new TotalsBlock();
        totals.show(order);
        return new Div(new LinesTable(order, names, actionBar.lines()), totals);
    }

    private Div side(Order order) {
        Div side = new Div(Panels.section("order.customer", OrderFacts.customer(order)), Panels.section("order.ship-to", OrderFacts.address(order)));
        Assignments rules = assignments;
        if (rules != null && !order.historic()) {
            side.add(Panels.section("order.assignment", new DecisionPanel(rules.decisions(actor, order.id()), titles(rules))));
        }
        side.add(contributed(PagePanel.Place.SIDE));
        return side;
    }

    private TimelineNotes notes(Order order) {
        Assignments rules = assignments;
        return rules == null || order.historic() ? TimelineNotes.PLAIN : new TimelineNotes(rules.decisions(actor, order.id()), titles(rules));
    }

    private Map<String, String> titles(Assignments rules) {
        return rules.rules(actor, Texts.locale()).stream().collect(Collectors.toMap(Assignments.RuleInfo::id, Assignments.RuleInfo::title, (a, b) -> a));
    }

    private List<com.vaadin.flow.component.Component> contributed(PagePanel.Place place) {
        return Panels.of(panels, "order", place, actor, Long.toString(id));
    }

    private void neighbour(int which) {
        OrderFilter filter = OrdersPage.lastFilter();
        Long to = queries.neighbours(actor, filter, id)[which];
        if (to != null) {
            getUI().ifPresent(ui -> ui.navigate(OrderPage.class, to));
        }
    }
}
