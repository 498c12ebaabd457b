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
        getElement().appendChild(thead, body, foot(order, formats));
    }

    private static Element row(Order.Line line, Formats formats, Map<Long, String> locations, LineActions actions) {
        Span sku = new Span(line.sku());
        sku.addClassName("muted");
        Div product = new Div(new Span(line.name() == null ? line.sku() : line.name()), sku);
        product.addClassName("two-lines");
        String location = line.locationId() == null ? "" : locations.getOrDefault(line.locationId(), "#" + line.locationId());
        return new Element("tr").appendChild(
                cell("td", "product", product.getElement()),
                cell("td", "quantity", text(formats.quantity(line.quantity(), line.unit()))),
                cell("td", "price", text(formats.money(line.unitPrice()))),
                cell("td", "amount", text(formats.money(line.amount()))),
                cell("td", "location", text(location)),
                cell("td", "status", status(line, actions)));
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

    private static Element foot(Order order, Formats formats) {
        Element label = cell("td", "product", text(Texts.of("order.total")));
        Element total = cell("td", "amount", text(formats.money(order.total().rounded())));
        Element row = new Element("tr").appendChild(label, cell("td", "quantity", text("")), cell("td", "price", text("")), total, cell("td", "location", text("")), cell("td", "status", text("")));
        return new Element("tfoot").appendChild(row);
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
