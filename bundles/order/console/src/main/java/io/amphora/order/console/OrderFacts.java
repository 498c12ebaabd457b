package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Facts;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.customer.api.Address;
import io.amphora.inventory.api.Location;
import io.amphora.inventory.api.Locations;
import io.amphora.inventory.api.Stock;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short facts of an order. */
final class OrderFacts {
    private OrderFacts() {
    }

    static Facts header(Order order, Map<Long, String> locations) {
        Formats formats = Formats.current();
        Facts facts = new Facts().inline();
        facts.add("order.total", formats.money(order.total().rounded()));
        facts.add("order.channel", Texts.orElse("order.channel." + order.channel(), order.channel()));
        facts.add(order.placedAt() == null ? "order.created" : "order.placed", formats.dateTime(order.placedAt() == null ? order.createdAt() : order.placedAt()));
        facts.add("order.wished", formats.date(order.wishedDate()));
        facts.add("order.promised", order.promise().made() ? formats.date(order.promise().current()) : null);
        facts.add("order.reference", order.reference());
        facts.add("order.location", order.locationId() == null ? null : locations.getOrDefault(order.locationId(), "#" + order.locationId()));
        return facts.add("order.assignee", order.assignee());
    }

    /** Names by id, of all that the reader may know of: old orders name places that are not active any more. */
    static Map<Long, String> locations(Locations locations, Actor reader) {
        List<Location> known = reader.may(Stock.READ) ? locations.list(reader) : locations.active();
        return known.stream().collect(Collectors.toMap(Location::id, Location::name));
    }

    static Component customer(Order order) {
        Div box = new Div();
        if (order.customerId() == null) {
            box.add(new Span(order.customerName() == null ? Texts.of("order.no-customer") : order.customerName()));
        } else {
            box.add(new Anchor("customer/" + order.customerId(), order.customerName() == null ? "#" + order.customerId() : order.customerName()));
        }
        if (order.note() != null) {
            Span note = new Span(order.note());
            note.addClassName("muted");
            box.add(new Div(note));
        }
        return box;
    }

    static Component address(Order order) {
        Address a = order.shipTo() == null ? Address.EMPTY : order.shipTo();
        Div box = new Div();
        box.addClassName("address");
        Stream.of(a.recipient(), a.street(), join(a.postalCode(), a.city()), a.region(), a.country()).filter(s -> s != null && !s.isBlank()).forEach(s -> box.add(new Div(s)));
        if (box.getChildren().findAny().isEmpty()) {
            Span none = new Span(Texts.of(order.status() == OrderStatus.DRAFT && order.customerId() != null ? "order.ship-to.usual" : "order.no-address"));
            none.addClassName("muted");
            box.add(none);
        }
        return box;
    }

    private static String join(String a, String b) {
        return a == null ? b : b == null ? a : a + " " + b;
    }
}
