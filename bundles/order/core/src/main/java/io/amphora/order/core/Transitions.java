package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Applies the transition table to the lines of an order. */
final class Transitions {
    private Transitions() {
    }

    /**
     * @param lineIds empty: all that the action applies to
     * @throws AmphoraException.Refused naming the action, where the order stands and what would be possible
     */
    static List<OrderLineEntity> select(OrderEntity order, OrderAction action, Set<Long> lineIds) {
        if (order.historic()) {
            throw new AmphoraException.Refused(Problem.of("", "order.historic", "order {0} is of the past: nothing can be done to it", order.number()));
        }
        List<Problem> problems = new ArrayList<>();
        Set<Long> unknown = new TreeSet<>(lineIds);
        List<OrderLineEntity> chosen = new ArrayList<>();
        for (OrderLineEntity line : order.lines()) {
            boolean named = unknown.remove(line.id());
            boolean waits = line.backordered() && !action.withoutStock();
            if (action.appliesTo(line.status()) && !waits) {
                if (named || lineIds.isEmpty()) {
                    chosen.add(line);
                }
            } else if (named && waits) {
                problems.add(Problem.of("lines[" + (line.lineNo() - 1) + "]", "order.line-waits", "line {0} waits for stock: {1} is not possible", String.valueOf(line.lineNo()), action));
            } else if (named) {
                problems.add(Problem.of("lines[" + (line.lineNo() - 1) + "]", "order.line-illegal", "line {0} is {1}: {2} is not possible", String.valueOf(line.lineNo()),
                        OrderStatus.valueOf(line.status().name()), action));
            }
        }
        unknown.forEach(id -> problems.add(Problem.of("lineIds", "order.line-unknown", "order {0} has no line {1}", order.number(), String.valueOf(id))));
        boolean emptyDraft = action == OrderAction.CANCEL && order.lines().isEmpty() && order.status() == OrderStatus.DRAFT;
        if (!problems.isEmpty() || chosen.isEmpty() && !emptyDraft) {
            problems.add(0, illegal(order, action));
            if (problems.size() == 1 && !action.withoutStock() && order.backordered()) {
                problems.add(Problem.of("", "order.waits", "order {0} waits for stock", order.number()));
            }
            throw new AmphoraException.Refused(problems);
        }
        return chosen;
    }

    private static Problem illegal(OrderEntity order, OrderAction action) {
        Set<OrderAction> possible = new TreeSet<>();
        order.lines().forEach(l -> OrderAction.nextOf(l.status()).stream().filter(a -> !l.backordered() || a.withoutStock()).forEach(possible::add));
        return Problem.of("", "order.illegal", "{0} is not possible: order {1} is {2}; possible now: {3}", action, order.number(), order.status(), List.copyOf(possible));
    }
}
