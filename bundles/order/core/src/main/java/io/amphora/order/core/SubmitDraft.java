package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.customer.api.Address;
import io.amphora.order.api.NewOrder;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a draft an order: what placing does, with what was kept. */
@Component(service = SubmitDraft.class)
public final class SubmitDraft {
    private final Tx tx;
    private final OrderStore store;
    private final OrderCheck check;
    private final Reviews reviews;
    private final PlaceOrder place;

    @Activate
    public SubmitDraft(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference OrderCheck check, @Reference Reviews reviews,
                       @Reference PlaceOrder place) {
        this.tx = tx;
        this.store = store;
        this.check = check;
        this.reviews = reviews;
        this.place = place;
    }

    Order submit(Actor by, long id, long version) {
        return submit(by, id, version, (em, order) -> Quotes.requireNone(em, order, OrderAction.SUBMIT));
    }

    /** @param first done to the draft in the same transaction, before it is looked at */
    Order submit(Actor by, long id, long version, BiConsumer<EntityManager, OrderEntity> first) {
        by.require(OrderAction.SUBMIT.permission());
        List<Found> ahead = reviews.hasOthers() ? ahead(by, id, version) : List.of();
        return tx.callWithRetry(em -> store.whole(em, submitted(em, by, id, version, ahead, first)));
    }

    /** The version holds what they looked at together with what is written. */
    private List<Found> ahead(Actor by, long id, long version) {
        return reviews.ahead(by, tx.call(em -> check.complete(content(draft(em, id, version)))), id);
    }

    private OrderEntity draft(EntityManager em, long id, long version) {
        OrderEntity order = store.require(em, id, version);
        if (!order.lines().isEmpty() || order.status() != OrderStatus.DRAFT) {
            Transitions.select(order, OrderAction.SUBMIT, Set.of());
        }
        return order;
    }

    private OrderEntity submitted(EntityManager em, Actor by, long id, long version, List<Found> ahead, BiConsumer<EntityManager, OrderEntity> first) {
        OrderEntity order = draft(em, id, version);
        first.accept(em, order);
        CheckedOrder content = check.complete(content(order));
        List<Found> found = reviews.within(em, by, content, id, ahead);
        order.complete(content, by.name());
        place.finish(em, by, order, OrderStatus.DRAFT, found, OrderStore.now());
        em.flush();
        return order;
    }

    /** What was kept, as it was entered: prices seen then hold. */
    static NewOrder content(OrderEntity order) {
        Order o = order.toOrder(List.of(), List.of());
        List<NewOrder.Line> lines = order.lines().stream().map(OrderLineEntity::entered).toList();
        return new NewOrder(o.channel(), o.externalId(), o.customerId(), o.reference(), o.total().currency().getCurrencyCode(),
                o.shipTo().equals(Address.EMPTY) ? null : o.shipTo(), o.wishedDate(), o.note(), lines, order.delivery(), order.discount(), order.enteredCharges(), order.frozenTax());
    }
}
