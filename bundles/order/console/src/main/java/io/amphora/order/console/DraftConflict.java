package io.amphora.order.console;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.html.ListItem;
import io.amphora.common.Actor;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.order.api.TimelineEntry;
import java.util.List;
import java.util.function.Consumer;

/** Somebody else changed the draft meanwhile: says who and what, and lets the second one decide. Nothing is overwritten silently. */
final class DraftConflict extends ConfirmDialog {
    private static final long serialVersionUID = 1L;
    private static final int CHANGES = 5;

    /** @param mine the draft as it is now, over which what was entered here is to be written */
    DraftConflict(OrderQueries queries, Actor actor, long id, Consumer<Order> mine) {
        Order now = queries.find(actor, id);
        List<TimelineEntry> last = queries.timeline(actor, id, PageRequest.first(CHANGES)).items();
        setHeader(Texts.of("order.conflict", now.number()));
        UnorderedList changes = new UnorderedList();
        last.stream().filter(e -> !e.who().equals(actor.name())).forEach(e -> changes.add(new ListItem(said(e))));
        setText(new Div(new Div(Texts.of(now.status() == OrderStatus.DRAFT ? "order.conflict.text" : "order.conflict.placed")), changes));
        setConfirmText(Texts.of("order.conflict.load"));
        setConfirmButton(Texts.of("order.conflict.load"), e -> load(now));
        if (now.status() == OrderStatus.DRAFT) {
            setRejectable(true);
            setRejectText(Texts.of("order.conflict.mine"));
            addRejectListener(e -> mine.accept(now));
        }
        setId("draft-conflict");
    }

    private static String said(TimelineEntry e) {
        String what = Texts.orElse("order.timeline." + e.what(), e.what()) + (e.after() == null ? "" : ": " + e.after());
        return Texts.actor(e.who()) + ", " + Formats.current().dateTime(e.at()) + ": " + what;
    }

    private static void load(Order now) {
        if (now.status() == OrderStatus.DRAFT) {
            UI.getCurrent().getPage().reload();
        } else {
            UI.getCurrent().navigate(OrderPage.class, now.id());
        }
    }
}
