package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderPast;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what an order was: the state that was kept when it ended, and of holds, shipments and findings those of that time. */
@Component
public final class LookBack implements OrderPast {
    private static final int MOMENTS = 200;

    private final Tx tx;
    private final OrderStore store;

    @Activate
    public LookBack(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store) {
        this.tx = tx;
        this.store = store;
    }

    @Override
    public Order at(Actor by, long id, Instant at) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            OrderEntity order = store.require(em, id);
            if (at.isBefore(order.createdAt())) {
                throw new AmphoraException.Invalid(Problem.of("at", "order.before-it-was", "order {0} is there since {1}: there is nothing to see of it before", order.number(),
                        order.createdAt().truncatedTo(ChronoUnit.SECONDS).toString()));
            }
            return complete(em, order, em.createQuery("select p from PastEntity p where p.orderId = :o and p.until > :at order by p.until, p.id", PastEntity.class).setParameter("o", id)
                    .setParameter("at", at).setMaxResults(1).getResultStream().findFirst().map(PastEntity::order).orElseGet(() -> order.toOrder(List.of(), List.of())), at);
        });
    }

    private Order complete(EntityManager em, OrderEntity order, Order o, Instant at) {
        List<Order.Finding> findings = em.createQuery("select f from FindingEntity f where f.orderId = :o order by f.id", FindingEntity.class).setParameter("o", o.id()).getResultList().stream()
                .map(f -> f.toFinding(at)).filter(Objects::nonNull).toList();
        List<Order.Shipment> shipments = store.whole(em, order).shipments().stream().filter(s -> !s.shippedAt().isAfter(at))
                .map(s -> new Order.Shipment(s.id(), s.carrier(), s.trackingNumber(), s.shippedAt(), s.deliveredAt() == null || s.deliveredAt().isAfter(at) ? null : s.deliveredAt(), s.shippedBy(),
                        s.lineIds())).toList();
        List<Hold> holds = store.holds(em, order).stream().map(HoldEntity::toHold).filter(h -> !h.setAt().isAfter(at)).map(h -> h.releasedAt() == null || !h.releasedAt().isAfter(at) ? h
                : new Hold(h.id(), h.type(), h.reason(), h.setBy(), h.setAt(), h.until(), null, null, null)).toList();
        return new Order(o.id(), o.number(), o.kind(), o.channel(), o.externalId(), o.customerId(), o.customerName(), o.reference(), o.status(), o.total(), o.shipTo(), o.wishedDate(), o.note(),
                o.createdAt(), o.placedAt(), o.createdBy(), o.locationId(), o.assignee(), o.historic(), o.lines(), findings, shipments, o.version(), holds, o.terms(), o.promise(), o.quotationId(), o.pricing());
    }

    @Override
    public List<Instant> moments(Actor by, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            store.require(em, id);
            // what other domains write into the timeline changes the page, too; its own changes are there as states of the past
            Sql sql = Sql.of("select m.moment from (select p.valid_until as moment from order_past p where p.order_id = ? union select t.happened_at as moment from order_timeline t"
                    + " where t.order_id = ? and (t.what = 'placed' or t.what like 'payment-%' or t.what like 'document-%' or t.what like 'return-%' or t.what like 'shipment-%')) m order by m.moment desc",
                    id, id);
            List<Instant> moments = new ArrayList<>(sql.first(MOMENTS).values(em).stream().map(OrderRows::instant).toList());
            Collections.reverse(moments);
            return moments;
        });
    }
}
