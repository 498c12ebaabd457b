package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.Live;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.Picking;
import io.amphora.fulfilment.api.PutBack;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** On the order page: its shipments with parcels, carrier and tracking, what is still to be packed, and what is to be put back. */
@org.osgi.service.component.annotations.Component
public final class OrderShipmentsPanel implements PagePanel {
    private static final int ORDER = 30;

    private final Shipments shipments;
    private final Picking picking;

    @Activate
    public OrderShipmentsPanel(@Reference Shipments shipments, @Reference Picking picking) {
        this.shipments = shipments;
        this.picking = picking;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String permission() {
        return Shipments.READ;
    }

    @Override
    public String title() {
        return "shipment.list";
    }

    @Override
    public Component create(Actor actor, String key) {
        Div box = new Div();
        box.setId("order-shipments");
        FulfilmentStyles.on(box);
        long order = Long.parseLong(key);
        boolean something = show(box, actor, order);
        Live.on(box, "shipment.*", keys -> show(box, actor, order));
        Live.on(box, "pick.*", keys -> show(box, actor, order));
        return something ? box : null;
    }

    /** @return whether there is anything to show */
    private boolean show(Div box, Actor actor, long order) {
        List<Shipment> all = shipments.ofOrder(actor, order);
        int toPack = shipments.toPack(actor, order).size();
        box.removeAll();
        all.forEach(s -> box.add(row(s)));
        if (toPack > 0) {
            Div pack = ShipmentTexts.row("shipment-row", new Span(Texts.of("shipment.lines-to-pack", toPack)));
            if (actor.may(ShippingDesk.FULFIL)) {
                pack.add(new Anchor("pack/" + order, Texts.of("shipment.do.pack")));
            }
            box.add(pack);
        }
        List<PutBack> back = picking.toPutBackOf(actor, order);
        back.forEach(p -> box.add(row(actor, p)));
        return toPack > 0 || !all.isEmpty() || !back.isEmpty();
    }

    private static Div row(Actor actor, PutBack p) {
        Span what = new Span(Texts.of("pick.put-back.of-order", Formats.current().quantity(p.quantity(), p.unit()), p.name()));
        what.addClassName("shipment-problem");
        Div row = ShipmentTexts.row("shipment-row", what, ShipmentTexts.muted(Stream.of(p.location(), p.zone(), p.bin()).filter(Objects::nonNull).collect(Collectors.joining(" · "))));
        if (actor.may(ShippingDesk.FULFIL)) {
            row.add(new Anchor("pick", Texts.of("pick.put-back")));
        }
        return row;
    }

    private static Div row(Shipment s) {
        Formats f = Formats.current();
        Anchor number = new Anchor("shipment/" + s.id(), s.number());
        number.addClassName("strong");
        String numbers = s.parcels().stream().map(Shipment.Parcel::trackingNumber).filter(Objects::nonNull).collect(Collectors.joining(", "));
        Div row = ShipmentTexts.row("shipment-row", number, ShipmentTexts.badges(s.state(), s.lateSince()), new Span(ShipmentTexts.carrier(s.carrier(), s.service())),
                ShipmentTexts.muted(Texts.of("shipment.parcel-count", s.parcels().size()) + (numbers.isEmpty() ? "" : " · " + numbers)));
        if (s.expectedOn() != null && !s.state().isFinal()) {
            row.add(ShipmentTexts.muted(Texts.of("shipment.arrives", f.date(s.expectedOn()))));
        }
        if (s.problem() != null) {
            Span problem = new Span(s.problem());
            problem.addClassName("shipment-problem");
            row.add(problem);
        }
        return row;
    }
}
