package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import java.util.function.Consumer;

/** What stops the order now, what that blocks, and the way out for who may. */
final class HoldsPanel extends Div {
    private static final long serialVersionUID = 1L;

    /** @param release asks for a reason and ends this hold */
    HoldsPanel(Order order, Actor actor, Consumer<Hold> release) {
        addClassNames("surface", "findings", "findings-open", "holds");
        UnorderedList list = new UnorderedList();
        order.holds().stream().filter(Hold::isOpen).forEach(h -> list.add(item(order, h, actor, release)));
        add(new H2(Texts.of("order.on-hold")), list);
    }

    private static ListItem item(Order order, Hold hold, Actor actor, Consumer<Hold> release) {
        Span type = new Span(OrderBadges.text(hold.type()));
        type.addClassName("strong");
        ListItem item = new ListItem(type, new Span(": " + TimelineNotes.hold(hold.setBy(), hold.reason(), order.findings())));
        if (actor.may(hold.type().permission())) {
            Button button = new Button(Texts.of("order.hold.release"), e -> release.accept(hold));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.addClassNames("waive", "release");
            item.add(button);
        }
        Formats formats = Formats.current();
        String until = hold.until() == null ? "" : " · " + Texts.of("order.hold.until.short", formats.dateTime(hold.until()));
        Span facts = new Span(OrderBadges.blocked(hold.type()) + " · " + Texts.actor(hold.setBy()) + ", " + formats.dateTime(hold.setAt()) + until);
        facts.addClassName("muted");
        item.add(new Div(facts));
        return item;
    }
}
