package io.amphora.order.rest;

import io.amphora.common.Actor;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import java.util.Set;
import java.util.TreeSet;

/** What could be done to an order now: actions of its lines, and what is done to it as a whole. */
final class Possible {
    private static final String APPROVE = OrderAction.APPROVE.name();

    private Possible() {
    }

    /** By somebody who may. */
    static Set<String> of(Order order) {
        Set<String> all = new TreeSet<>();
        order.possible().forEach(a -> all.add(a.name()));
        boolean started = order.status() != OrderStatus.DRAFT && order.status() != OrderStatus.IN_REVIEW;
        if (started && all.contains(OrderAction.CANCEL.name())) {
            all.add("CLOSE_SHORT");
        }
        boolean ended = order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.CANCELLED;
        if (ended && !order.historic() && !order.lines().isEmpty()) {
            all.add("REOPEN");
        }
        return all;
    }

    /** The same, without letting pass what the caller entered or changed. */
    static Set<String> of(Actor by, OrderQueries queries, Order order) {
        Set<String> all = of(order);
        if (all.contains(APPROVE) && (by.name().equals(order.createdBy()) || by.may(OrderQueries.READ) && queries.hadHand(by, order))) {
            all.remove(APPROVE);
        }
        return all;
    }
}
