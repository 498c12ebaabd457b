package io.amphora.order.console;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.console.api.kit.KeysetGrid;
import io.amphora.console.api.kit.ReasonDialog;
import io.amphora.console.api.kit.Texts;
import io.amphora.console.api.kit.Toast;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What can be done with all selected orders at once; each order succeeds or fails for itself and says so. */
final class BulkBar extends Div {
    private static final long serialVersionUID = 1L;

    private final KeysetGrid<OrderRow> grid;
    private final Span selected = new Span();

    BulkBar(KeysetGrid<OrderRow> grid, OrderActions actions, Actor actor) {
        this.grid = grid;
        addClassName("bulk-bar");
        setVisible(false);
        add(selected);
        button(actor, OrderAction.APPROVE, () -> run(r -> actions.approve(actor, r.id(), r.version(), null)));
        button(actor, OrderAction.PICK, () -> run(r -> actions.pick(actor, r.id(), r.version(), Set.of())));
        button(actor, OrderAction.DELIVER, () -> run(r -> actions.deliver(actor, r.id(), r.version(), Set.of())));
        button(actor, OrderAction.COMPLETE, () -> run(r -> actions.complete(actor, r.id(), r.version())));
        button(actor, OrderAction.CANCEL, () -> ReasonDialog.ask(Texts.of("order.bulk.cancel", rows().size()), Texts.of("order.cancel.text"), "order.action.cancel",
                reason -> run(r -> actions.cancel(actor, r.id(), r.version(), Set.of(), reason))).dangerous());
        grid.addSelectionListener(e -> {
            setVisible(!e.getAllSelectedItems().isEmpty());
            selected.setText(Texts.of("order.bulk.selected", e.getAllSelectedItems().size()));
        });
    }

    private void button(Actor actor, OrderAction action, Runnable run) {
        if (actor.may(action.permission())) {
            add(new Button(Texts.of("order.action." + action.name().toLowerCase(java.util.Locale.ROOT)), e -> run.run()));
        }
    }

    private List<OrderRow> rows() {
        return List.copyOf(grid.getSelectedItems());
    }

    private void run(Consumer<OrderRow> step) {
        Map<String, String> failed = new LinkedHashMap<>();
        List<OrderRow> rows = rows();
        for (OrderRow row : rows) {
            try {
                step.accept(row);
            } catch (AmphoraException e) {
                failed.put(row.number(), String.join("; ", e.problems().stream().map(Texts::of).toList()));
            }
        }
        grid.deselectAll();
        grid.refresh();
        Toast.success("order.bulk.done", rows.size() - failed.size(), rows.size());
        if (!failed.isEmpty()) {
            report(failed);
        }
    }

    private static void report(Map<String, String> failed) {
        Dialog dialog = new Dialog(Texts.of("order.bulk.failed", failed.size()));
        UnorderedList list = new UnorderedList();
        failed.forEach((number, why) -> list.add(new ListItem(number + ": " + why)));
        dialog.add(list);
        dialog.getFooter().add(new Button(Texts.of("kit.close"), e -> dialog.close()));
        dialog.open();
    }
}
