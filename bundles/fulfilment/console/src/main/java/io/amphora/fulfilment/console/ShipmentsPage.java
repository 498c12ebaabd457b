package io.amphora.fulfilment.console;

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
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.FulfilmentSetup;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** All shipments: what is to be sent, what is on its way, what is late or lost. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "shipments", title = "shipment.list", icon = "vaadin:truck", group = MenuGroup.FULFILMENT, order = 40, permission = Shipments.READ)
public final class ShipmentsPage extends Page implements ConsoleView, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final transient Shipments shipments;
    private final transient Actor actor = CurrentUser.actor();
    private final KeysetGrid<ShipmentRow> grid;
    private final FilterBar bar = new FilterBar(this::filtered);
    private transient ShipmentFilter filter = ShipmentFilter.ALL;

    @Activate
    public ShipmentsPage(@Reference Shipments shipments, @Reference ShippingDesk desk, @Reference FulfilmentSetup setup) {
        super("shipment.list");
        this.shipments = shipments;
        FulfilmentStyles.on(this);
        grid = new KeysetGrid<>(page -> shipments.list(actor, filter, page), ShipmentRow::id);
        columns();
        bar.view("", "shipment.view.all");
        ShipmentViews.STATES.keySet().forEach(v -> bar.view(v, "shipment.view." + v));
        bar.view(ShipmentViews.LATE, "shipment.view.late");
        Map<String, String> states = new LinkedHashMap<>();
        for (ShipmentState s : ShipmentState.values()) {
            states.put(s.name(), Texts.of("shipment.state", s));
        }
        Map<String, String> carriers = new LinkedHashMap<>();
        desk.carriers(actor, Texts.locale()).forEach(c -> carriers.put(c.id(), c.title()));
        bar.choice("state", "shipment.state", states).choice("carrier", "shipment.carrier", carriers);
        actionIf(FulfilmentSetup.CONFIGURE, "shipment.setup", () -> new SetupDialog(setup, actor).open());
        add(bar);
        grow(grid);
        Live.on(this, "shipment.*", keys -> {
            grid.refresh();
            counts();
        });
    }

    private void columns() {
        Formats f = Formats.current();
        grid.column("shipment.number", ShipmentRow::number).setFlexGrow(0);
        grid.column("shipment.order", ShipmentRow::orderNumber).setFlexGrow(0);
        grid.column("shipment.customer", r -> r.customerName() == null ? "" : r.customerName());
        grid.badge("shipment.state", r -> ShipmentTexts.badges(r.state(), r.lateSince()));
        grid.column("shipment.carrier", r -> ShipmentTexts.carrier(r.carrier(), r.service()));
        grid.column("shipment.tracking", r -> r.trackingNumber() == null ? "" : r.trackingNumber());
        grid.column("shipment.expected", r -> f.date(r.expectedOn())).setFlexGrow(0);
        grid.column("shipment.heard", r -> f.relative(r.heardAt())).setFlexGrow(0);
        grid.setCard(r -> card(r));
        grid.setEmptyStateComponent(new EmptyState("truck", "shipment.none", "shipment.none.text").step("shipment.to-pack", () -> getUI().ifPresent(ui -> ui.navigate("pack"))));
        grid.onOpen(r -> getUI().ifPresent(ui -> ui.navigate("shipment/" + r.id())));
    }

    private static Div card(ShipmentRow r) {
        Div top = ShipmentTexts.row("card-row", ShipmentTexts.strong(r.number() + " · " + r.orderNumber()), ShipmentTexts.badges(r.state(), r.lateSince()));
        String carrier = ShipmentTexts.carrier(r.carrier(), r.trackingNumber());
        Div bottom = ShipmentTexts.row("card-row", new Span(r.customerName() == null ? "" : r.customerName()), ShipmentTexts.muted(carrier));
        return ShipmentTexts.row("card", top, bottom);
    }

    private void filtered(Filter says) {
        filter = ShipmentViews.filter(says);
        grid.restart();
    }

    private void counts() {
        for (String view : new String[] {"packing", "to-send", ShipmentViews.TROUBLE, ShipmentViews.LATE}) {
            bar.setCount(view, shipments.count(actor, ShipmentViews.filter(new Filter(view, "", Map.of())), MOST));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        bar.set(Filter.of(event.getLocation().getQueryParameters()));
        filtered(bar.get());
        counts();
    }
}
