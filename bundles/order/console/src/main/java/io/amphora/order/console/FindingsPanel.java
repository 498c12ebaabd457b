package io.amphora.order.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the review found: all of it, and who let what pass. */
final class FindingsPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    FindingsPanel(Order order) {
        boolean open = order.findings().stream().anyMatch(f -> f.waivedBy() == null);
        addClassNames("surface", "findings", open ? "findings-open" : "findings-waived");
        UnorderedList list = new UnorderedList();
        order.findings().forEach(f -> list.add(item(order, f)));
        add(new H2(Texts.of(open ? "order.findings" : "order.findings.waived")), list);
    }

    private static ListItem item(Order order, Order.Finding finding) {
        Matcher line = LINE.matcher(finding.problem().field());
        String where = line.matches() && Integer.parseInt(line.group(1)) < order.lines().size() ? order.lines().get(Integer.parseInt(line.group(1))).sku() + ": " : "";
        ListItem item = new ListItem(where + Texts.of(finding.problem()));
        if (finding.waivedBy() != null) {
            Span waived = new Span(Texts.of("order.finding.waived", finding.waivedBy(), finding.reason() == null ? "" : finding.reason()));
            waived.addClassName("muted");
            item.add(new Div(waived));
        }
        return item;
    }
}
