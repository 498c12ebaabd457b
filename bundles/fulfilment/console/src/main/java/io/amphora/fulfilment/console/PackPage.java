package io.amphora.fulfilment.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import io.amphora.catalog.api.Barcodes;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.PageRequest;
import io.amphora.console.api.ConsoleRoute;
import io.amphora.console.api.ConsoleView;
import io.amphora.console.api.CurrentUser;
import io.amphora.console.api.Live;
import io.amphora.console.api.MenuGroup;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Page;
import io.amphora.console.api.kit.Scan;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The packing bench: scan an order, then its goods into parcels. */
@org.osgi.service.component.annotations.Component(service = ConsoleView.class, scope = ServiceScope.PROTOTYPE)
@ConsoleRoute(path = "pack", title = "pack.title", icon = "vaadin:package", group = MenuGroup.FULFILMENT, order = 30, permission = ShippingDesk.FULFIL)
public final class PackPage extends Page implements ConsoleView, HasUrlParameter<Long> {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    private final transient OrderQueries orders;
    private final transient Shipments shipments;
    private final transient ShippingDesk desk;
    private final transient Barcodes barcodes;
    private final transient Actor actor = CurrentUser.actor();
    private final Div content = new Div();
    private Long id;
    private boolean back;

    @Activate
    public PackPage(@Reference OrderQueries orders, @Reference Shipments shipments, @Reference ShippingDesk desk, @Reference Barcodes barcodes) {
        super("pack.title");
        this.orders = orders;
        this.shipments = shipments;
        this.desk = desk;
        this.barcodes = barcodes;
        FulfilmentStyles.on(this);
        grow(content);
        Live.on(this, "order.*", keys -> {
            if (id == null) {
                waiting();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter Long parameter) {
        id = parameter;
        if (id == null) {
            waiting();
        } else {
            if (!back) {
                back = true;
                setBack("pack");
            }
            bench();
        }
    }

    private void waiting() {
        setTitle(Texts.of("pack.title"));
        setFacts();
        content.removeAll();
        Scan scan = new Scan("pack.scan-order", this::open);
        scan.setId("scan-order");
        content.add(ShipmentTexts.row("pick", scan));
        List<OrderRow> picked = orders.list(actor, new OrderFilter(null, Set.of(OrderStatus.PICKED, OrderStatus.PARTIALLY_SHIPPED), null, null, null, null, null, null, false),
                PageRequest.first(ROWS)).items();
        Formats f = Formats.current();
        Div cards = new Div();
        cards.addClassName("pick-cards");
        picked.forEach(r -> toPack(r.id()).ifPresent(lines -> {
            Anchor card = new Anchor("pack/" + r.id(), ShipmentTexts.row("card-row", ShipmentTexts.strong(r.number()), ShipmentTexts.muted(f.date(r.due()))),
                    ShipmentTexts.row("card-row", new Span(r.customerName() == null ? "" : r.customerName()), ShipmentTexts.muted(Texts.of("pack.lines", lines))));
            card.addClassName("pick-card");
            cards.add(card);
        }));
        content.add(cards.getChildren().findAny().isEmpty() ? new EmptyState("package", "pack.none", "pack.none.text").step("pick.list", () -> getUI().ifPresent(ui -> ui.navigate("pick"))) : cards);
    }

    /** How many lines are still to be packed, or lie in parcels that are being packed; empty if neither: all of it is packed, or the rest is not picked yet. */
    private Optional<Integer> toPack(long order) {
        int lines = shipments.toPack(actor, order).size();
        int begun = shipments.ofOrder(actor, order).stream().filter(s -> s.state() == ShipmentState.PREPARING && s.pending() == null)
                .mapToInt(s -> (int) s.parcels().stream().flatMap(p -> p.items().stream()).map(Shipment.Item::lineId).distinct().count()).sum();
        return lines + begun == 0 ? Optional.empty() : Optional.of(Math.max(lines, begun));
    }

    /** Scans an order number or the number of a shipment. */
    private void open(String code) {
        Optional<Order> order = orders.findByNumber(actor, code);
        if (order.isPresent()) {
            getUI().ifPresent(ui -> ui.navigate("pack/" + order.get().id()));
        } else {
            content.getChildren().flatMap(c -> c.getChildren()).filter(Scan.class::isInstance).map(Scan.class::cast).findFirst().ifPresent(s -> s.accept(Texts.of("pack.no-order", code)));
        }
    }

    private void bench() {
        content.removeAll();
        try {
            Order order = orders.find(actor, id);
            setTitle(Texts.of("pack.order", order.number()));
            setFacts(ShipmentTexts.muted(order.customerName() == null ? "" : order.customerName()));
            Shipment begun = shipments.ofOrder(actor, id).stream().filter(s -> s.state() == ShipmentState.PREPARING && s.pending() == null).findFirst().orElse(null);
            PackBench bench = new PackBench(shipments, desk, barcodes, actor, order.id(), begun, s -> getUI().ifPresent(ui -> ui.navigate("shipment/" + s.id())));
            content.add(bench.nothing() ? new EmptyState("package", "pack.nothing", "pack.nothing.text").step("pack.title", () -> getUI().ifPresent(ui -> ui.navigate("pack"))) : bench);
        } catch (AmphoraException.NotFound e) {
            content.add(new EmptyState("search", "pack.no-order-here", "pack.none.text"));
        }
    }
}
