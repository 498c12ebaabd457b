package io.amphora.order.console;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.console.api.kit.JobProgress;
import io.amphora.console.api.kit.Texts;
import io.amphora.order.api.BulkRow;
import io.amphora.order.api.BulkRow.Outcome;
import io.amphora.order.api.BulkRun;
import io.amphora.order.api.OrderBulk;
import java.util.List;
import java.util.Locale;

/** One bulk run: how far it is, and which orders said no, with all their reasons. */
final class BulkRunPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final transient OrderBulk bulk;
    private final transient Actor actor;
    private final long id;
    private final Div refused = new Div();

    /** @param whenEnded may be null */
    BulkRunPanel(OrderBulk bulk, Actor actor, long id, Runnable whenEnded) {
        this.bulk = bulk;
        this.actor = actor;
        this.id = id;
        addClassName("bulk-run");
        refused.addClassName("bulk-refused");
        BulkRun run = bulk.find(actor, id);
        add(new JobProgress(this::state, run.state() == BulkRun.State.RUNNING ? () -> bulk.cancel(actor, id) : null, () -> {
            showRefused();
            if (whenEnded != null) {
                whenEnded.run();
            }
        }), refused);
        showRefused();
    }

    private JobProgress.State state() {
        BulkRun run = bulk.find(actor, id);
        boolean ended = run.state() != BulkRun.State.RUNNING;
        String message = Texts.of("order.bulk.counts", run.done(), run.refused(), run.total() - run.done() - run.refused());
        return new JobProgress.State(Texts.of("order.bulk.action." + run.action().name().toLowerCase(Locale.ROOT)), (long) run.done() + run.refused(), run.total(), message, ended,
                run.state() == BulkRun.State.FAILED || run.state() == BulkRun.State.CANCELLED);
    }

    private void showRefused() {
        refused.removeAll();
        Page<BulkRow> rows = bulk.rows(actor, id, List.of(Outcome.REFUSED), PageRequest.first(MOST));
        if (rows.items().isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        rows.items().forEach(r -> list.add(item(r)));
        Span head = new Span(Texts.of("order.bulk.refused"));
        head.addClassName("strong");
        refused.add(head, list);
        if (rows.next() != null) {
            refused.add(new Span(Texts.of("order.bulk.more", MOST)));
        }
    }

    private static ListItem item(BulkRow row) {
        String why = String.join("; ", row.problems().stream().map(Texts::of).toList());
        ListItem item = new ListItem();
        item.add(row.number() == null ? new Span("#" + row.orderId()) : new Anchor("order/" + row.orderId(), row.number()), new Span(": " + why));
        return item;
    }
}
