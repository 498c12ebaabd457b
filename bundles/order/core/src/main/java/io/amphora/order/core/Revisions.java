package io.amphora.order.core;

import io.amphora.common.AmphoraException;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAmendments.Revision;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads what amendments left. */
final class Revisions {
    /** An order that never was amended has one, as it stands. */
    List<Revision> all(EntityManager em, OrderEntity order) {
        List<Revision> kept = em.createQuery("select r from RevisionEntity r where r.orderId = :o order by r.number", RevisionEntity.class).setParameter("o", order.id()).getResultList().stream()
                .map(RevisionEntity::toRevision).toList();
        return kept.isEmpty() ? List.of(new Revision(1, order.placedAt() == null ? order.createdAt() : order.placedAt(), order.createdBy(), null, Numbers.money(order.total(), order.currency()))) : kept;
    }

    Order one(EntityManager em, OrderEntity order, int number) {
        if (number == 1 && order.revision() == 1) {
            return order.toOrder(List.of(), List.of());
        }
        return em.createQuery("select r from RevisionEntity r where r.orderId = :o and r.number = :n", RevisionEntity.class).setParameter("o", order.id()).setParameter("n", number)
                .getResultStream().findFirst().orElseThrow(() -> new AmphoraException.NotFound("revision", number)).order();
    }
}
