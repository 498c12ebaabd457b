package io.amphora.customer.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.EmptyState;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRow;
import io.amphora.order.api.OrderStatus;
import java.util.Locale;

/** The latest orders of a customer, and the way to all of them. */
final class OrderHistory {
    private static final int ROWS = 20;

    private OrderHistory() {
    }

    static Component of(OrderQueries orders, Actor actor, long customerId) {
        io.amphora.common.Page<OrderRow> page = orders.list(actor, OrderFilter.ofCustomer(customerId), PageRequest.first(ROWS));
        if (page.items().isEmpty()) {
            return new EmptyState("cart", "customer.orders.none", "customer.orders.none.text");
        }
        Div list = new Div();
        page.items().forEach(r -> list.add(row(r)));
        if (page.next() != null) {
            list.add(new Anchor("orders?customer=" + customerId, Texts.of("customer.orders.all")));
        }
        return list;
    }

    private static Anchor row(OrderRow r) {
        Formats formats = Formats.current();
        Span number = new Span(r.number());
        number.addClassName("strong");
        Span when = new Span(formats.dateTime(r.at()));
        when.addClassName("muted");
        Span total = new Span(formats.money(r.total().rounded()));
        total.addClassName("number");
        Anchor row = new Anchor("order/" + r.id(), number, when, Badge.text(tone(r.status()), Texts.orElse(key(r.status()), r.status().name())), total);
        row.addClassName("customer-order");
        return row;
    }

    private static Badge.Tone tone(OrderStatus status) {
        return switch (status) {
            case CANCELLED, REJECTED -> Badge.Tone.ERROR;
            case IN_REVIEW -> Badge.Tone.WARNING;
            case DELIVERED, COMPLETED -> Badge.Tone.SUCCESS;
            default -> Badge.Tone.INFO;
        };
    }

    /** The order pages bring the names of their statuses. */
    private static String key(OrderStatus status) {
        return "order.status." + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
