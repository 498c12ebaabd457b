package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of an order as a table; on a phone each line becomes a card (by the style sheet). Made of markup, as orders have hundreds of lines. */
@Tag("table")
final class LinesTable extends Component {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("product", "quantity", "price", "amount", "location", "status");
    private static final String DOTS = "<svg viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"2\" cy=\"8\" r=\"1.6\"/><circle cx=\"8\" cy=\"8\" r=\"1.6\"/><circle cx=\"14\" cy=\"8\" r=\"1.6\"/></svg>";

    private final transient Order order;
    private final transient Map<Long, String> locations;
    private final transient LineActions actions;
    private final transient Formats formats = Formats.current();
    private final transient Map<LineStatus, String> statuses = new EnumMap<>(LineStatus.class);

    /** Somebody wants to change a line. Public, as Flow makes it. */
    @DomEvent(value = "click", filter = "event.target.closest('.line-change') !== null")
    public static final class Chosen extends ComponentEvent<LinesTable> {
        private static final long serialVersionUID = 1L;
        private final String line;

        public Chosen(LinesTable source, boolean fromClient, @EventData("event.target.closest('.line-change')?.dataset.line") String line) {
            super(source, fromClient);
            this.line = line;
        }
    }

    LinesTable(Order order, Map<Long, String> locations, LineActions actions) {
        this.order = order;
        this.locations = locations;
        this.actions = actions;
        getElement().getClassList().add("data-table");
        getElement().setProperty("innerHTML", html());
        addListener(Chosen.class, e -> change(e.line));
    }

    private void change(String id) {
        order.lines().stream().filter(l -> Long.toString(l.id()).equals(id) && actions.any(l)).findFirst().ifPresent(actions::open);
    }

    private String html() {
        Markup m = new Markup().open("thead").open("tr");
        COLUMNS.forEach(c -> m.open("th", "scope", "col", "class", "col-" + c).text(Texts.of("order.line." + c)).close("th"));
        m.close("tr", "thead").open("tbody");
        order.lines().forEach(l -> row(m, l));
        return m.close("tbody").toString();
    }

    private void row(Markup m, Order.Line line) {
        m.open("tr");
        product(m, line);
        cell(m, "quantity").text(formats.quantity(line.quantity(), line.unit())).close("td");
        price(m, line);
        amount(m, line);
        cell(m, "location").text(line.locationId() == null ? "" : locations.getOrDefault(line.locationId(), "#" + line.locationId())).close("td");
        status(m, line);
        m.close("tr");
    }

    private static Markup cell(Markup m, String column) {
        return m.open("td", "class", "col-" + column);
    }

    private void product(Markup m, Order.Line line) {
        cell(m, "product").open("div", "class", "two-lines").span(line.name() == null ? line.sku() : line.name()).span("muted", line.sku());
        line.parts().forEach(p -> m.span("muted", formats.number(p.quantity().multiply(line.quantity())) + " × " + p.sku()));
        if (line.note() != null) {
            m.span("muted", line.note());
        }
        m.close("div", "td");
    }

    /** Where the price came from, if it is not simply the list price. */
    private void price(Markup m, Order.Line line) {
        cell(m, "price").open("div", "class", "two-lines").span(formats.money(line.unitPrice()));
        if (line.money().priceBy() != null) {
            m.span("muted", line.money().listPrice() == null ? Texts.of("order.price.by", Texts.actor(line.money().priceBy()))
                    : Texts.of("order.price.by-instead", Texts.actor(line.money().priceBy()), formats.money(line.money().listPrice())));
        } else if (line.money().listPrice() != null) {
            m.span("muted", Texts.of("order.price.list"));
        }
        m.close("div", "td");
    }

    /** After the line's own discount. */
    private void amount(Markup m, Order.Line line) {
        cell(m, "amount").open("div", "class", "two-lines").span(formats.money(line.amount().minus(line.discount())));
        if (line.discount().amount().signum() != 0) {
            String percent = line.money().discountPercent() == null ? "" : " (" + formats.number(line.money().discountPercent()) + " %)";
            m.span("muted", Texts.of("order.line.off", formats.money(line.discount())) + percent);
        }
        if (line.taxRate() != null) {
            m.span("muted", Texts.of("order.line.tax", formats.number(line.taxRate())));
        }
        m.close("div", "td");
    }

    private void status(Markup m, Order.Line line) {
        cell(m, "status").open("div", "class", "badges");
        badge(m, OrderBadges.tone(OrderStatus.valueOf(line.status().name())), statuses.computeIfAbsent(line.status(), s -> Texts.of("order.status", s)));
        if (line.backordered()) {
            badge(m, Badge.Tone.WARNING, Texts.of("order.line.waits"));
        }
        if (actions.any(line)) {
            m.open("button", "type", "button", "class", "line-change", "data-line", Long.toString(line.id()), "aria-label", Texts.of("order.line.change", line.sku())).icon(DOTS).close("button");
        }
        m.close("div", "td");
    }

    private static void badge(Markup m, Badge.Tone tone, String text) {
        m.span("badge badge-" + tone.name().toLowerCase(Locale.ROOT), text);
    }
}
