package io.amphora.fulfilment.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.StreamResource;
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
            StreamResource pdf = new StreamResource(s.number() + "-" + p.number() + ".pdf", () -> new ByteArrayInputStream(shipments.label(actor, s.id(), p.number()).orElse(new byte[0])));
            pdf.setContentType("application/pdf");
            head.add(new Anchor(pdf, Texts.of("shipment.carriers-label"), AnchorTarget.BLANK));
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

    private static Span mono(String text) {
        Span span = new Span(text);
        span.addClassName("mono");
        return span;
    }
}
