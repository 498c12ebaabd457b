package io.amphora.fulfilment.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.HomeTile;
import io.amphora.console.api.Live;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.ShipmentFilter;
import io.amphora.fulfilment.api.ShipmentRow;
import io.amphora.fulfilment.api.ShipmentState;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.ShippingDesk;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Shipments that are lost, stopped or late, with the way to them. */
@org.osgi.service.component.annotations.Component(service = HomeTile.class)
public final class TroubleTile implements HomeTile {
    private static final int ROWS = 6;

    private final Shipments shipments;

    @Activate
    public TroubleTile(@Reference Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public String permission() {
        return ShippingDesk.FULFIL;
    }

    @Override
    public Component create(Actor actor) {
        Div rows = new Div();
        show(rows, actor);
        Live.on(rows, "shipment.*", keys -> show(rows, actor));
        Div tile = new Div(new H2(Texts.of("shipment.tile")), rows);
        FulfilmentStyles.on(tile);
        return tile;
    }

    private void show(Div rows, Actor actor) {
        Map<Long, ShipmentRow> worst = new LinkedHashMap<>();
        shipments.list(actor, ShipmentFilter.of(ShipmentState.LOST, ShipmentState.EXCEPTION), PageRequest.first(ROWS)).items().forEach(r -> worst.put(r.id(), r));
        shipments.list(actor, new ShipmentFilter(null, null, true, null), PageRequest.first(ROWS)).items().forEach(r -> worst.put(r.id(), r));
        rows.removeAll();
        worst.values().stream().limit(ROWS).forEach(r -> rows.add(row(r)));
        if (worst.isEmpty()) {
            rows.add(ShipmentTexts.muted(Texts.of("shipment.tile.fine")));
        } else {
            rows.add(new Anchor("shipments?view=late", Texts.of("shipment.tile.all", shipments.countTroubled(actor, TroubleCounter.MOST))));
        }
    }

    private static Anchor row(ShipmentRow r) {
        Anchor row = new Anchor("shipment/" + r.id(), ShipmentTexts.strong(r.number() + " · " + r.orderNumber()), ShipmentTexts.badges(r.state(), r.lateSince()));
        row.addClassName("trouble-row");
        return row;
    }
}
