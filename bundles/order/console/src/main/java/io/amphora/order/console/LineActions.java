package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderActions;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What can be done to one line of the order shown. */
final class LineActions {
    private final Order order;
    private final Actor actor;
    private final OrderActions actions;
    private final BiConsumer<String, Supplier<Order>> act;

    /** @param act runs a step on the order as the user saw it, and says the message when it is done */
    LineActions(Order order, Actor actor, OrderActions actions, BiConsumer<String, Supplier<Order>> act) {
        this.order = order;
        this.actor = actor;
        this.actions = actions;
        this.act = act;
    }

    /** Nothing can be done to what was. */
    static LineActions none(Order order, Actor actor) {
        return new LineActions(order, new Actor(actor.name(), actor.displayName(), java.util.Set.of()), null, null);
    }

    boolean any(Order.Line line) {
        return maySplit(line) || mayCancel(line);
    }

    private boolean maySplit(Order.Line line) {
        boolean before = !line.status().isFinal() && line.status() != LineStatus.DRAFT && line.status().compareTo(LineStatus.SHIPPED) <= 0;
        return before && !order.historic() && actor.may(OrderAction.SHIP.permission());
    }

    private boolean mayCancel(Order.Line line) {
        return line.status() != LineStatus.DRAFT && OrderAction.CANCEL.appliesTo(line.status()) && !order.historic() && actor.may(OrderAction.CANCEL.permission());
    }

    void open(Order.Line line) {
        LineDialog dialog = new LineDialog(line);
        if (maySplit(line)) {
            dialog.split(quantity -> act.accept("order.done.split", () -> actions.split(actor, order.id(), order.version(), line.id(), quantity)));
        }
        if (mayCancel(line)) {
            dialog.cancel((quantity, why) -> act.accept("order.done.cancel-part", () -> actions.cancelPart(actor, order.id(), order.version(), line.id(), quantity, why)));
        }
        dialog.open();
    }
}
