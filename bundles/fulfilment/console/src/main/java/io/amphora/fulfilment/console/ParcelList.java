package io.amphora.fulfilment.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.Shipment;
import io.amphora.fulfilment.api.Shipments;
import java.io.ByteArrayInputStream;

/** The parcels of a shipment and what is in them. */
final class ParcelList extends Div {
    private static final long serialVersionUID = 1L;

    ParcelList(Shipment s, Shipments shipments, Actor actor) {
        addClassName("parcels");
        s.parcels().forEach(p -> add(parcel(s, p, shipments, actor)));
    }

    private static Div parcel(Shipment s, Shipment.Parcel p, Shipments shipments, Actor actor) {
        Div head = ShipmentTexts.row("parcel-head", ShipmentTexts.strong(Texts.of("shipment.parcel", p.number())), ShipmentTexts.badge(p.state()), ShipmentTexts.muted(ShipmentTexts.size(p)));
        if (p.trackingNumber() != null) {
            head.add(mono(p.trackingNumber()));
        }
        if (p.sscc() != null && !p.sscc().equals(p.trackingNumber())) {
            head.add(mono("SSCC " + p.sscc()));
        }
        if (p.label()) {
            Anchor open = new Anchor();
            open.setText(Texts.of("shipment.carriers-label"));
            open.setTarget(AnchorTarget.BLANK);
            open.setRouterIgnore(true);
            open.setHref(DownloadHandler.fromInputStream(event -> pdf(shipments.label(actor, s.id(), p.number()).orElse(new byte[0]), s.number() + "-" + p.number())).inline());
            head.add(open);
        }
        Div parcel = ShipmentTexts.row("parcel", head);
        Formats f = Formats.current();
        p.items().forEach(i -> {
            Span number = new Span(f.quantity(i.quantity(), i.unit()));
            number.addClassName("number");
            parcel.add(ShipmentTexts.row("parcel-item", new Span(i.sku() + " · " + i.name()), number));
        });
        return parcel;
    }

    private static DownloadResponse pdf(byte[] content, String name) {
        return new DownloadResponse(new ByteArrayInputStream(content), name + ".pdf", "application/pdf", content.length);
    }

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
