package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderStatus;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the review found: all of it, and who let what pass. */
final class FindingsPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)].*");

    /** @param ownHand whether the actor entered or changed the order; @param waive asks for a reason and lets this finding pass */
    FindingsPanel(Order order, Actor actor, boolean ownHand, Consumer<Order.Finding> waive) {
        boolean open = order.findings().stream().anyMatch(Order.Finding::isOpen);
        addClassNames("surface", "findings", open ? "findings-open" : "findings-waived");
        UnorderedList list = new UnorderedList();
        for (Order.Finding finding : order.findings()) {
            ListItem item = item(order, finding);
            if (finding.isOpen() && !ownHand && mayWaive(order, finding, actor)) {
                item.add(waiveButton(finding, waive));
            }
            list.add(item);
        }
        add(new H2(Texts.of(open ? "order.findings" : "order.findings.waived")), list);
    }

    /** The use case knows more and has the last word. */
    private static boolean mayWaive(Order order, Order.Finding finding, Actor actor) {
        return order.status() == OrderStatus.IN_REVIEW && actor.may(finding.permission());
    }

    private static Button waiveButton(Order.Finding finding, Consumer<Order.Finding> waive) {
        Button button = new Button(Texts.of("order.finding.waive"), e -> waive.accept(finding));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.addClassName("waive");
        return button;
    }

    private static ListItem item(Order order, Order.Finding finding) {
        Matcher line = LINE.matcher(finding.problem().field());
        String where = line.matches() && Integer.parseInt(line.group(1)) < order.lines().size() ? order.lines().get(Integer.parseInt(line.group(1))).sku() + ": " : "";
        ListItem item = new ListItem(where + Texts.of(finding.problem()));
        if (finding.waivedBy() != null) {
            Span waived = new Span(Texts.of("order.finding.waived", Texts.actor(finding.waivedBy()), finding.reason() == null ? "" : finding.reason()));
            waived.addClassName("muted");
            item.add(new Div(waived));
        }
        return item;
    }
}
