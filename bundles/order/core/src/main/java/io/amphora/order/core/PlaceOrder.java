package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.Problems;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderRehearsal;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes an order: check, review, write, reserve, in one transaction. */
@Component(service = PlaceOrder.class)
public final class PlaceOrder {
    /** What is found in every replacement, by its nature. */
    private static final Set<String> OF_REPLACEMENTS = Set.of("order.review.price", "order.review.discount", "order.review.margin", "order.review.duplicate-lines", "order.review.duplicate-reference");

    private final Tx tx;
    private final OrderStore store;
    private final OrderCheck check;
    private final Reviews reviews;
    private final StockOfLines stock;
    private final Holds holds;
    private final PlacementHolds waiting;

    @Activate
    public PlaceOrder(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference OrderCheck check, @Reference Reviews reviews,
                      @Reference StockOfLines stock, @Reference Holds holds, @Reference PlacementHolds waiting) {
        this.tx = tx;
        this.store = store;
        this.check = check;
        this.reviews = reviews;
        this.stock = stock;
        this.holds = holds;
        this.waiting = waiting;
    }

    Order place(Actor by, NewOrder in) {
        return place(by, in, f -> true);
    }

    OrderRehearsal rehearse(Actor by) {
        by.require(OrderEntry.ENTER);
        return new RehearseOrders(this::first, check, stock);
    }

    /** Goods for nothing, instead of others. */
    Order replace(Actor by, NewOrder in) {
        Problems wrong = new Problems();
        for (int i = 0; i < in.lines().size(); i++) {
            BigDecimal price = in.lines().get(i).unitPrice();
            if (price == null || price.signum() != 0) {
                wrong.add("lines[" + i + "].unitPrice", "order.replacement-price", "must be 0: what replaces other goods is free");
            }
        }
        wrong.throwIfAny();
        return place(by, in, f -> f.problem() == null || !OF_REPLACEMENTS.contains(f.problem().code()));
    }

    private Order place(Actor by, NewOrder in, Predicate<Found> counts) {
        by.require(OrderEntry.ENTER);
        Optional<Order> first = first(in);
        if (first.isPresent()) {
            return first.get();
        }
        CheckedOrder content = check.complete(in);
        List<Found> ahead = reviews.ahead(by, content, null);
        try {
            OrderEntity placed = tx.callWithRetry(em -> write(em, by, content, ahead, counts));
            return placed.status() == OrderStatus.APPROVED && placed.openHolds().isEmpty() ? placed.toOrder(List.of(), List.of()) : tx.call(em -> store.whole(em, placed));
        } catch (RuntimeException e) {
            if (in.externalId() == null || !Duplicates.caused(e)) {
                throw e;
            }
            return first(in).orElseThrow(() -> e);
        }
    }

    /** The order that this channel brought before under the same number. */
    private Optional<Order> first(NewOrder in) {
        if (in.externalId() == null || in.externalId().isBlank() || in.channel() == null) {
            return Optional.empty();
        }
        return tx.call(em -> store.findExternal(em, in.channel().strip(), in.externalId().strip()).map(o -> store.whole(em, o)));
    }

    private OrderEntity write(EntityManager em, Actor by, CheckedOrder content, List<Found> ahead, Predicate<Found> counts) {
        Instant now = OrderStore.now();
        List<Found> found = reviews.within(em, by, content, null, ahead).stream().filter(counts).toList();
        OrderEntity order = new OrderEntity(content, by.name(), now);
        store.add(em, order);
        finish(em, by, order, null, found, now);
        store.written(em, order);
        return order;
    }

    /** What placing and submitting have in common; the stock comes last, as it locks rows that others want. */
    void finish(EntityManager em, Actor by, OrderEntity order, OrderStatus before, List<Found> found, Instant now) {
        order.placed(found.isEmpty() ? LineStatus.APPROVED : LineStatus.IN_REVIEW, now);
        stock.expect(order);
        store.keep(em, order, found);
        holds.byFindings(em, order, found, now);
        waiting.on(em, order, now);
        store.remember(em, order, now, by, "placed", "status", before == null ? null : before.name(), order.status().name(), null);
        store.publish(order, by, "placed");
        stock.reserve(order);
    }
}
