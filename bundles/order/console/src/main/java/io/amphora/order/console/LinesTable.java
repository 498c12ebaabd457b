package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import io.amphora.console.api.kit.Badge;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import java.util.List;
import java.util.Map;

/** The lines of an order as a table; on a phone each line becomes a card (by the style sheet). */
@Tag("table")
final class LinesTable extends Component {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("product", "quantity", "price", "amount", "location", "status");

    LinesTable(Order order, Map<Long, String> locations, LineActions actions) {
        getElement().getClassList().add("data-table");
        Element head = new Element("tr");
        COLUMNS.forEach(c -> head.appendChild(cell("th", c, new Text(Texts.of("order.line." + c)).getElement())));
        Element thead = new Element("thead").appendChild(head);
        Element body = new Element("tbody");
        Formats formats = Formats.current();
        order.lines().forEach(l -> body.appendChild(row(l, formats, locations, actions)));
        getElement().appendChild(thead, body);
    }

    private static Element row(Order.Line line, Formats formats, Map<Long, String> locations, LineActions actions) {
        Span sku = new Span(line.sku());
        sku.addClassName("muted");
        Div product = new Div(new Span(line.name() == null ? line.sku() : line.name()), sku);
        product.addClassName("two-lines");
        line.parts().forEach(p -> product.add(muted(formats.number(p.quantity().multiply(line.quantity())) + " × " + p.sku())));
        if (line.note() != null) {
            product.add(muted(line.note()));
        }
        String location = line.locationId() == null ? "" : locations.getOrDefault(line.locationId(), "#" + line.locationId());
        return new Element("tr").appendChild(
                cell("td", "product", product.getElement()),
                cell("td", "quantity", text(formats.quantity(line.quantity(), line.unit()))),
                cell("td", "price", price(line, formats)),
                cell("td", "amount", amount(line, formats)),
                cell("td", "location", text(location)),
                cell("td", "status", status(line, actions)));
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    /** Where the price came from, if it is not simply the list price. */
    private static Element price(Order.Line line, Formats formats) {
        Div price = new Div(new Span(formats.money(line.unitPrice())));
        price.addClassName("two-lines");
        if (line.money().priceBy() != null) {
            price.add(muted(line.money().listPrice() == null ? Texts.of("order.price.by", line.money().priceBy())
                    : Texts.of("order.price.by-instead", line.money().priceBy(), formats.money(line.money().listPrice()))));
        } else if (line.money().listPrice() != null) {
            price.add(muted(Texts.of("order.price.list")));
        }
        return price.getElement();
    }

    /** After the line's own discount. */
    private static Element amount(Order.Line line, Formats formats) {
        Div amount = new Div(new Span(formats.money(line.amount().minus(line.discount()))));
        amount.addClassName("two-lines");
        if (line.discount().amount().signum() != 0) {
            String percent = line.money().discountPercent() == null ? "" : " (" + formats.number(line.money().discountPercent()) + " %)";
            amount.add(muted(Texts.of("order.line.off", formats.money(line.discount())) + percent));
        }
        if (line.taxRate() != null) {
            amount.add(muted(Texts.of("order.line.tax", formats.number(line.taxRate()))));
        }
        return amount.getElement();
    }

    private static Element status(Order.Line line, LineActions actions) {
        Div status = new Div(OrderBadges.of(line.status()));
        if (line.backordered()) {
            status.add(Badge.of(Badge.Tone.WARNING, "order.line.waits"));
        }
        status.addClassName("badges");
        if (actions.any(line)) {
            Button more = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create(), e -> actions.open(line));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            more.setAriaLabel(Texts.of("order.line.change", line.sku()));
            more.addClassName("line-change");
            status.add(more);
        }
        return status.getElement();
    }

    private static Element text(String text) {
        return new Text(text).getElement();
    }

    private static Element cell(String tag, String column, Element content) {
        Element cell = new Element(tag).appendChild(content).setAttribute("data-label", Texts.of("order.line." + column));
        cell.getClassList().add("col-" + column);
        if (tag.equals("th")) {
            cell.setAttribute("scope", "col");
        }
        return cell;
    }
}
