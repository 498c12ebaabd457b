package io.amphora.returns.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.returns.api.Return;
import io.amphora.returns.api.ReturnKind;
import io.amphora.returns.api.ReturnReasons.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a return: asked for, received, inspected, settled; below each what came and where it went. On a phone each line is a card. */
@Tag("table")
final class ReturnLines extends Component {
    private static final long serialVersionUID = 1L;

    ReturnLines(Return r, List<Reason> reasons, Map<Long, String> locations) {
        addClassNameTo("return-table");
        boolean goods = r.kind() == ReturnKind.RETURN;
        List<String> columns = new ArrayList<>(List.of("product", "requested"));
        if (goods) {
            columns.addAll(List.of("received", "inspected"));
        }
        columns.addAll(List.of("settled", "credited"));
        Element head = new Element("tr");
        columns.forEach(c -> head.appendChild(cell("th", c, new Text(Texts.of("returns.line." + c)))));
        Element body = new Element("tbody");
        r.lines().forEach(l -> body.appendChild(row(l, columns, ReturnTexts.reason(reasons, l.reason()), locations)));
        getElement().appendChild(new Element("thead").appendChild(head), body);
    }

    private void addClassNameTo(String name) {
        getElement().getClassList().add(name);
    }

    private static Element row(Return.Line l, List<String> columns, String reason, Map<Long, String> locations) {
        Element row = new Element("tr");
        columns.forEach(c -> row.appendChild(cell("td", c, switch (c) {
            case "product" -> product(l, reason, locations);
            case "requested" -> quantity(l.requested(), l.unit());
            case "received" -> quantity(l.received(), l.unit());
            case "inspected" -> quantity(l.inspected(), l.unit());
            case "settled" -> quantity(l.settled(), l.unit());
            default -> new Text(l.credited().amount().signum() == 0 ? "–" : Formats.current().money(l.credited()));
        })));
        return row;
    }

    private static Text quantity(BigDecimal q, String unit) {
        return new Text(q.signum() == 0 ? "–" : ReturnTexts.quantity(q, unit));
    }

    private static Div product(Return.Line l, String reason, Map<Long, String> locations) {
        Div all = new Div(new Span(l.name() == null ? l.sku() : l.name()), muted(l.sku() + " · " + reason + (l.note() == null ? "" : " · " + l.note())));
        all.addClassName("return-two");
        l.receipts().forEach(t -> all.add(muted(receipt(t, l.unit(), locations))));
        return all;
    }

    private static String receipt(Return.Receipt t, String unit, Map<Long, String> locations) {
        String where = t.disposition() == null ? Texts.of("returns.not-inspected") : Texts.of("returns.disposition", t.disposition())
                + (t.locationId() == null ? "" : " · " + locations.getOrDefault(t.locationId(), "#" + t.locationId()));
        return ReturnTexts.quantity(t.quantity(), unit) + " " + Texts.of("returns.condition", t.condition()) + " → " + where + (t.note() == null ? "" : " · " + t.note());
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    private static Element cell(String tag, String column, Component content) {
        Element cell = new Element(tag).appendChild(content.getElement());
        if (tag.equals("th")) {
            cell.setAttribute("scope", "col");
        } else if (!column.equals("product")) {
            cell.setAttribute("data-label", Texts.of("returns.line." + column));
        }
        if (!column.equals("product")) {
            cell.getClassList().add("number");
        }
        return cell;
    }
}
