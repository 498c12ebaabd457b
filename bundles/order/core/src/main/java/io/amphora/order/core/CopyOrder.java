package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Tx;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts an order like another one. */
@Component(service = CopyOrder.class)
public final class CopyOrder {
    private final Tx tx;
    private final OrderStore store;
    private final KeepDraft drafts;

    @Activate
    public CopyOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference KeepDraft drafts) {
        this.tx = tx;
        this.store = store;
        this.drafts = drafts;
    }

    Order copy(Actor by, long id, String channel) {
        by.require(OrderEntry.ENTER);
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            Order first = store.require(em, id).toOrder(List.of(), List.of());
            Order copy = drafts.keep(by, content(first, channel));
            store.remember(em, store.require(em, copy.id()), OrderStore.now(), by, "copied", "order", null, first.number(), null);
            return copy;
        });
    }

    static NewOrder content(Order o, String channel) {
        return new NewOrder(channel, null, o.customerId(), null, o.total().currency().getCurrencyCode(), o.shipTo().equals(Address.EMPTY) ? null : o.shipTo(), null, null, lines(o));
    }

    /** Lines that were split are one again; what nobody wants any more, or wants less than nothing of, is left out. */
    private static List<NewOrder.Line> lines(Order o) {
        boolean anyLive = o.lines().stream().anyMatch(l -> l.status() != LineStatus.CANCELLED);
        Map<String, BigDecimal> wanted = new LinkedHashMap<>();
        o.lines().stream().filter(l -> l.quantity().signum() > 0 && (!anyLive || l.status() != LineStatus.CANCELLED)).forEach(l -> wanted.merge(l.sku(), l.quantity(), BigDecimal::add));
        List<NewOrder.Line> lines = new ArrayList<>();
        wanted.forEach((sku, quantity) -> lines.add(new NewOrder.Line(sku, quantity, null)));
        return lines;
    }
}
