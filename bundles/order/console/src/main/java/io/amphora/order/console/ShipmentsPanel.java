package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;

/** What left the house, with what, and whether it arrived. */
final class ShipmentsPanel extends Div {
    private static final long serialVersionUID = 1L;

    ShipmentsPanel(Order order) {
        Formats formats = Formats.current();
        for (Order.Shipment s : order.shipments()) {
            add(new Facts().inline().add("order.ship.carrier", s.carrier()).add("order.ship.tracking", s.trackingNumber()).add("order.ship.shipped", formats.dateTime(s.shippedAt()))
                    .add("order.ship.by", Texts.actor(s.shippedBy())).add("order.ship.delivered", formats.dateTime(s.deliveredAt())));
        }
    }
}
