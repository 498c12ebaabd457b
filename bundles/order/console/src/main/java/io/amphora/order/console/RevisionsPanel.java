package io.amphora.order.console;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.console.api.PagePanel;
import io.amphora.console.api.kit.Formats;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.OrderAmendments;
import io.amphora.order.api.OrderAmendments.Revision;
import io.amphora.order.api.OrderQueries;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The revisions of an amended order, newest first, each with what it changed. */
@org.osgi.service.component.annotations.Component
public final class RevisionsPanel implements PagePanel {
    private final OrderAmendments amendments;

    @Activate
    public RevisionsPanel(@Reference OrderAmendments amendments) {
        this.amendments = amendments;
    }

    @Override
    public String page() {
        return "order";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String permission() {
        return OrderQueries.READ;
    }

    @Override
    public String title() {
        return "order.revisions";
    }

    @Override
    public Component create(Actor actor, String key) {
        long id = Long.parseLong(key);
        List<Revision> all = amendments.revisions(actor, id);
        if (all.size() < 2) {
            return null;
        }
        Div panel = new Div();
        panel.addClassName("revisions");
        for (int i = all.size() - 1; i >= 0; i--) {
            panel.add(one(actor, id, all.get(i), i == all.size() - 1));
        }
        return panel;
    }

    private Component one(Actor actor, long id, Revision r, boolean open) {
        Formats f = Formats.current();
        Span number = new Span(Texts.of("order.revision", r.number()));
        number.addClassName("strong");
        Span facts = new Span(" " + f.money(r.total().rounded()) + " · " + f.dateTime(r.at()) + " · " + Texts.actor(r.by()) + (r.reason() == null ? "" : " · " + r.reason()));
        facts.addClassName("muted");
        Component changes = r.number() == 1 ? new Span(Texts.of("order.revision.first")) : new DifferencesTable(amendments.differences(actor, id, r.number() - 1, r.number()));
        Details details = new Details(new Div(number, facts), changes);
        details.setOpened(open);
        details.setWidthFull();
        return details;
    }
}
