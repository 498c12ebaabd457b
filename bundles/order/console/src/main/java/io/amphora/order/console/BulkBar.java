package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.inventory.api.Locations;
import io.amphora.order.api.BulkAction;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.BulkRequest.Target;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderBulk;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What can be done with all selected orders, or all that the list shows, at once: in the background, with an answer for each. */
final class BulkBar extends Div {
    private static final long serialVersionUID = 1L;

    private final KeysetGrid<OrderRow> grid;
    private final transient OrderBulk bulk;
    private final transient Locations locations;
    private final transient Supplier<OrderFilter> filter;
    private final transient Actor actor;
    private final Span selected = new Span();
    private final Button all = new Button(Texts.of("order.bulk.all"), e -> takeAll());
    private boolean everything;

    /** @param filter what the list shows */
    BulkBar(KeysetGrid<OrderRow> grid, OrderBulk bulk, Locations locations, Supplier<OrderFilter> filter, Actor actor) {
        this.grid = grid;
        this.bulk = bulk;
        this.locations = locations;
        this.filter = filter;
        this.actor = actor;
        addClassName("bulk-bar");
        setVisible(false);
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        all.setId("bulk-all");
        add(selected, all);
        button(BulkAction.APPROVE, () -> reasonOrNone(BulkAction.APPROVE));
        button(BulkAction.ASSIGN, this::assign);
        button(BulkAction.PICK, () -> run(BulkAction.PICK, null));
        button(BulkAction.SHIP, () -> run(BulkAction.SHIP, null));
        button(BulkAction.DELIVER, () -> run(BulkAction.DELIVER, null));
        button(BulkAction.COMPLETE, () -> run(BulkAction.COMPLETE, null));
        button(BulkAction.HOLD, () -> hold(BulkAction.HOLD));
        button(BulkAction.RELEASE, () -> hold(BulkAction.RELEASE));
        button(BulkAction.REJECT, () -> reason(BulkAction.REJECT));
        button(BulkAction.COME_BACK, () -> reason(BulkAction.COME_BACK));
        button(BulkAction.LOSE, () -> reason(BulkAction.LOSE));
        button(BulkAction.CANCEL, () -> reason(BulkAction.CANCEL));
        grid.addSelectionListener(e -> {
            everything = false;
            show();
        });
    }

    private void button(BulkAction action, Runnable run) {
        if (actor.may(action.permission())) {
            Button button = new Button(Texts.of("order.bulk.action." + action.name().toLowerCase(Locale.ROOT).replace('_', '-')), e -> run.run());
            if (action == BulkAction.CANCEL || action == BulkAction.REJECT) {
                button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            }
            add(button);
        }
    }

    private void takeAll() {
        everything = true;
        show();
    }

    private void show() {
        int count = grid.getSelectedItems().size();
        setVisible(count > 0 || everything);
        all.setVisible(!everything);
        selected.setText(everything ? Texts.of("order.bulk.everything") : Texts.of("order.bulk.selected", count));
    }

    private String count() {
        return everything ? Texts.of("order.bulk.everything") : Texts.of("order.bulk.orders", grid.getSelectedItems().size());
    }

    private String title(BulkAction action) {
        return Texts.of("order.bulk.title", Texts.of("order.bulk.action." + action.name().toLowerCase(Locale.ROOT).replace('_', '-')), count());
    }

    private void reason(BulkAction action) {
        ReasonDialog.ask(title(action), Texts.of("order.bulk.text"), "order.bulk.action." + action.name().toLowerCase(Locale.ROOT).replace('_', '-'), reason -> run(action, reason)).dangerous();
    }

    /** Where the review found something a reason is needed; it does no harm elsewhere. */
    private void reasonOrNone(BulkAction action) {
        ReasonDialog.ask(title(action), Texts.of("order.bulk.approve.text"), "order.bulk.action.approve", reason -> run(action, reason));
    }

    private void assign() {
        new AssignDialog(locations.active(), true, (location, assignee, reason) -> submit(request(BulkAction.ASSIGN, reason, location, assignee, null, null))).open();
    }

    private void hold(BulkAction action) {
        new HoldDialog(List.of(HoldType.values()), (type, until, reason) -> submit(request(action, reason, null, null, type, action == BulkAction.HOLD ? until : null))).open();
    }

    private void run(BulkAction action, String reason) {
        submit(request(action, reason, null, null, null, null));
    }

    private BulkRequest request(BulkAction action, String reason, Long location, String assignee, HoldType hold, Instant until) {
        List<Target> orders = everything ? List.of() : grid.getSelectedItems().stream().map(r -> new Target(r.id(), r.version())).toList();
        return new BulkRequest(action, orders, everything ? filter.get() : null, reason, location, assignee, hold, until, null, title(action));
    }

    /** What was done may show as one more badge. */
    private void done() {
        grid.refresh();
        grid.recalculateColumnWidths();
    }

    private void submit(BulkRequest request) {
        try {
            long run = bulk.submit(actor, request).id();
            grid.deselectAll();
            everything = false;
            show();
            new BulkDialog(bulk, actor, run, this::done).open();
        } catch (AmphoraException e) {
            Toast.error(e);
        }
    }
}
