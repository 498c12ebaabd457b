package io.amphora.fulfilment.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.fulfilment.api.PutBack;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goods that somebody has in the trolley and no order wants: what, and where they belong. */
final class PutBackCard extends Div {
    private static final long serialVersionUID = 1L;

    PutBackCard(PutBack p, Runnable done) {
        Formats f = Formats.current();
        Button back = new Button(Texts.of("pick.put-back.do"), e -> done.run());
        back.setId("put-back-" + p.id());
        Div what = ShipmentTexts.row("card-row", ShipmentTexts.strong(f.quantity(p.quantity(), p.unit()) + " · " + p.name()), back);
        Anchor order = new Anchor("order/" + p.orderId(), p.orderNumber());
        add(what, new Span(place(p)), ShipmentTexts.row("card-row", ShipmentTexts.muted(Stream.of(p.sku(), p.listNumber(), p.picker()).filter(Objects::nonNull).collect(Collectors.joining(" · "))), order));
        addClassName("pick-card");
    }

    private static String place(PutBack p) {
        return Stream.of(p.location(), p.zone(), p.bin()).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
