package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What all actions on an order have in common: permission, version, transition table, timeline, event. */
@Component(service = ActOnOrder.class)
public final class ActOnOrder {
    static final int REASON = 1000;
    private static final Map<OrderAction, String> DONE = Map.of(OrderAction.APPROVE, "approved", OrderAction.REJECT, "rejected", OrderAction.ASSIGN, "assigned",
            OrderAction.PICK, "picked", OrderAction.SHIP, "shipped", OrderAction.DELIVER, "delivered", OrderAction.COMPLETE, "completed", OrderAction.CANCEL, "cancelled",
            OrderAction.COME_BACK, "came-back", OrderAction.LOSE, "lost");

    /** One action on its way. */
    record Acting(EntityManager em, Actor by, Instant now, OrderAction action, OrderEntity order, List<OrderLineEntity> lines, String note) {
    }

    /** What is particular to an action. */
    interface Step {
        /** The lines stand where they stood. */
        default void before(Acting a) {
        }

        /** The lines stand where the action leads; nothing is written yet. */
        default void change(Acting a) {
        }

        /** Everything is written; for what locks rows that others want. */
        default void stock(Acting a) {
        }
    }

    private final Tx tx;
    private final OrderStore store;
    private final Holds holds;

    @Activate
    public ActOnOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Holds holds) {
        this.tx = tx;
        this.store = store;
        this.holds = holds;
    }

    /** @throws AmphoraException.Invalid if there is none */
    static String requiredReason(String reason) {
        Problems problems = new Problems();
        String text = problems.text("reason", reason, REASON);
        problems.throwIfAny();
        return text;
    }

    static String optionalReason(String reason) {
        Problems problems = new Problems();
        String text = problems.optionalText("reason", reason, REASON);
        problems.throwIfAny();
        return text;
    }

    Order run(Actor by, long id, long version, OrderAction action, Set<Long> lineIds, String note, Step step) {
        by.require(action.permission());
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            List<OrderLineEntity> lines = Transitions.select(order, action, lineIds == null ? Set.of() : lineIds);
            Holds.requireFree(order, action);
            if (action == OrderAction.CANCEL && order.status() == OrderStatus.DRAFT) {
                Quotes.requireNone(em, order, action);
            }
            ShipComplete.require(order, action, lines);
            Acting acting = new Acting(em, by, OrderStore.now(), action, order, lines, note);
            move(acting, step);
            // a version conflict must show before rows that others want are locked
            em.flush();
            step.stock(acting);
            em.flush();
            return store.whole(em, order);
        });
    }

    private void move(Acting a, Step step) {
        OrderEntity order = a.order();
        String before = order.status().name();
        step.before(a);
        a.lines().forEach(l -> l.moveTo(a.action().to()));
        order.touched(a.now());
        String what = DONE.get(a.action());
        store.remember(a.em(), order, a.now(), a.by(), what, "status", before, order.status().name(), a.note());
        if (a.lines().size() < order.lines().size()) {
            store.remember(a.em(), order, a.now(), a.by(), what, "lines", null, numbers(a.lines()), null);
        }
        step.change(a);
        holds.end(a.em(), order, a.by(), a.now());
        store.publish(order, a.by(), what);
    }

    private static String numbers(List<OrderLineEntity> lines) {
        return lines.stream().map(l -> String.valueOf(l.lineNo())).collect(Collectors.joining(", "));
    }

    /** A remark on the timeline; the order stays as it is. */
    void comment(Actor by, long id, String text) {
        by.require(OrderQueries.READ);
        Problems problems = new Problems();
        String note = problems.text("text", text, 2000);
        problems.throwIfAny();
        tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id);
            store.remember(em, order, OrderStore.now(), by, "comment", null, null, null, note);
            store.publish(order, by, "commented", Mentions.json(note));
            return null;
        });
    }
}
