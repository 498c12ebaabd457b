package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPast;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The order as it was at a moment: one of those at which it changed, or any other. */
final class PastDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient OrderPast past;
    private final transient Actor actor;
    private final long id;
    private final transient Map<Long, String> locations;
    private final Div shown = new Div();

    /** @param locations by id, their names */
    PastDialog(OrderPast past, Actor actor, Order order, Map<Long, String> locations) {
        this.locations = locations;
        this.past = past;
        this.actor = actor;
        this.id = order.id();
        setHeaderTitle(Texts.of("order.life.past.title", order.number()));
        setWidth("min(56rem, 96vw)");
        Formats formats = Formats.current();
        List<Instant> moments = new ArrayList<>(past.moments(actor, id));
        moments.add(order.placedAt() == null ? order.createdAt() : order.placedAt());
        Collections.sort(moments, Collections.reverseOrder());
        Select<Instant> change = new Select<>();
        change.setLabel(Texts.of("order.life.past.change"));
        change.setItems(moments);
        // several changes may fall into one minute
        DateTimeFormatter seconds = DateTimeFormatter.ofPattern("HH:mm:ss");
        change.setItemLabelGenerator(m -> formats.date(m) + "  " + LocalTime.ofInstant(m, formats.zone()).format(seconds));
        change.addValueChangeListener(e -> show(e.getValue()));
        change.setId("past-change");
        DateTimePicker any = new DateTimePicker(Texts.of("order.life.past.any"));
        any.addValueChangeListener(e -> show(e.getValue() == null ? null : at(e.getValue())));
        Div choice = new Div(change, any);
        choice.addClassName("past-choice");
        add(choice, shown);
        getFooter().add(new Button(Texts.of("kit.close"), e -> close()));
        change.setValue(moments.get(moments.size() - 1));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Formats.current().zone()).toInstant();
    }

    private void show(Instant at) {
        shown.removeAll();
        if (at == null) {
            return;
        }
        try {
            Order then = past.at(actor, id, at);
            Div badges = new Div(OrderBadges.of(then.status()));
            then.holds().stream().filter(Hold::isOpen).forEach(h -> badges.add(OrderBadges.of(h.type())));
            badges.addClassName("badges");
            Span facts = new Span(Texts.of("order.revision", then.terms().revision()) + (then.assignee() == null ? "" : " · " + then.assignee())
                    + (then.shipments().isEmpty() ? "" : " · " + Texts.of("order.shipments") + ": " + then.shipments().size()));
            facts.addClassName("muted");
            Div head = new Div(badges, facts);
            head.addClassName("past-head");
            TotalsBlock total = new TotalsBlock();
            total.show(then);
            shown.add(head, new LinesTable(then, locations, LineActions.none(then, actor)), total);
        } catch (AmphoraException.NotFound e) {
            shown.add(new Span(Texts.of("order.life.past.before")));
        }
    }
}
