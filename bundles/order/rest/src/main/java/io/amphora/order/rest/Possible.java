package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderRearrangements;
import io.amphora.order.api.OrderStatus;
import java.util.Set;
import java.util.TreeSet;

/** What could be done to an order now: actions of its lines, and what is done to it as a whole. */
final class Possible {
    private static final String APPROVE = OrderAction.APPROVE.name();
    private static final String REJECT = OrderAction.REJECT.name();
    private static final String CLOSE_SHORT = "CLOSE_SHORT";
    private static final String REOPEN = "REOPEN";

    private Possible() {
    }

    /** By somebody who may. */
    static Set<String> of(Order order) {
        Set<String> all = new TreeSet<>();
        order.possible().forEach(a -> all.add(a.name()));
        boolean started = order.status() != OrderStatus.DRAFT && order.status() != OrderStatus.IN_REVIEW;
        if (started && all.contains(OrderAction.CANCEL.name())) {
            all.add(CLOSE_SHORT);
        }
        boolean ended = order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.CANCELLED && order.placedAt() != null;
        if (ended && !order.historic() && !order.lines().isEmpty()) {
            all.add(REOPEN);
        }
        return all;
    }

    /** The same for who asks: what he may do at all, without letting pass what he entered or changed. Steps of approval may be anybody's. */
    static Set<String> of(Actor by, OrderQueries queries, Order order) {
        Set<String> all = of(order);
        boolean own = all.contains(APPROVE) && (by.name().equals(order.createdBy()) || by.may(OrderQueries.READ) && queries.hadHand(by, order));
        if (own) {
            all.remove(APPROVE);
        }
        boolean decides = order.terms().openSteps() > 0 && !own;
        all.removeIf(a -> !(decides && (a.equals(APPROVE) || a.equals(REJECT))) && !by.may(permission(a)));
        return all;
    }

    private static String permission(String action) {
        return switch (action) {
            case CLOSE_SHORT -> OrderAction.CANCEL.permission();
            case REOPEN -> OrderRearrangements.REOPEN;
            default -> OrderAction.valueOf(action).permission();
        };
    }
}
