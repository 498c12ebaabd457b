package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.order.api.Order;
import io.amphora.platform.api.Moment;
import io.amphora.platform.api.Outbox;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads orders, and writes what happened to them. For use inside a transaction. */
@Component(service = OrderStore.class)
public final class OrderStore {
    private final Outbox outbox;
    private final Traces traces;

    @Activate
    public OrderStore(@Reference Outbox outbox, @Reference Traces traces) {
        this.outbox = outbox;
        this.traces = traces;
    }

    /** As exact as both databases keep it; of the past while orders of the past are taken over. */
    static Instant now() {
        return Moment.now();
    }

    Optional<OrderEntity> find(EntityManager em, long id) {
        return em.createQuery("select o from OrderEntity o left join fetch o.lines l where o.id = :id order by l.lineNo", OrderEntity.class).setParameter("id", id).getResultStream().findFirst();
    }

    OrderEntity require(EntityManager em, long id) {
        return find(em, id).orElseThrow(() -> new AmphoraException.NotFound("order", id));
    }

    /** @throws AmphoraException.Stale if the order is not as the caller saw it */
    OrderEntity require(EntityManager em, long id, long version) {
        OrderEntity order = require(em, id);
        if (order.version() != version) {
            throw new AmphoraException.Stale("order", order.number(), version, order.version());
        }
        return traces.begin(order);
    }

    Optional<OrderEntity> findExternal(EntityManager em, String channel, String externalId) {
        return em.createQuery("select o.id from OrderEntity o where o.channel = :c and o.externalId = :e", Long.class).setParameter("c", channel).setParameter("e", externalId)
                .getResultStream().findFirst().flatMap(id -> find(em, id));
    }

    void add(EntityManager em, OrderEntity order) {
        em.persist(order);
        order.numbered();
    }

    /** Inside another's transaction the version must be known before the commit. */
    void written(EntityManager em, OrderEntity order) {
        if (order.version() == 0) {
            em.flush();
        }
    }

    List<FindingEntity> findings(EntityManager em, long orderId) {
        return em.createQuery("select f from FindingEntity f where f.orderId = :o and f.goneAt is null order by f.id", FindingEntity.class).setParameter("o", orderId).getResultList();
    }

    List<ShipmentEntity> shipments(EntityManager em, long orderId) {
        return em.createQuery("select s from ShipmentEntity s where s.orderId = :o order by s.id", ShipmentEntity.class).setParameter("o", orderId).getResultList();
    }

    /** All that ever were; most orders need not be asked. */
    List<HoldEntity> holds(EntityManager em, OrderEntity order) {
        return !order.everHeld() ? List.of()
                : em.createQuery("select h from HoldEntity h where h.orderId = :o order by h.id", HoldEntity.class).setParameter("o", order.id()).getResultList();
    }

    /** What was found is kept for those who review. */
    void keep(EntityManager em, OrderEntity order, List<Found> findings) {
        if (!findings.isEmpty()) {
            // the order first: EclipseLink knows of no relation between the two
            order.openSteps((int) findings.stream().filter(f -> f.step() != null).count());
            em.flush();
            findings.stream().filter(f -> f.step() == null).forEach(f -> em.persist(new FindingEntity(order.id(), f)));
            StepEntity.of(order.id(), findings, now()).forEach(em::persist);
        }
    }

    /** The whole order, with what belongs to it. */
    Order whole(EntityManager em, OrderEntity order) {
        List<Order.Shipment> shipments = shipments(em, order.id()).stream().map(s -> s.toShipment(linesOf(order, s.id()))).toList();
        return order.toOrder(findings(em, order.id()).stream().map(FindingEntity::toFinding).toList(), shipments, holds(em, order).stream().map(HoldEntity::toHold).toList());
    }

    private static List<Long> linesOf(OrderEntity order, long shipment) {
        return order.lines().stream().filter(l -> Objects.equals(l.shipmentId(), shipment)).map(OrderLineEntity::id).toList();
    }

    void remember(EntityManager em, OrderEntity order, Instant at, Actor by, String what, String field, String before, String after, String note) {
        em.persist(new TimelineEntity(order.id(), at, by.name(), what, field, before, after, note));
    }

    /** Somebody who had a hand in what this new order says, besides the one in whose name it is placed. */
    void entered(EntityManager em, long orderId, String who, String where) {
        em.persist(new TimelineEntity(orderId, now(), who, "entered", "order", null, where, null));
    }

    /** Tells the others. */
    void publish(OrderEntity order, Actor by, String what) {
        publish(order, by, what, "");
    }

    /** @param more further members of the JSON object, each with a comma before it */
    void publish(OrderEntity order, Actor by, String what, String more) {
        traces.end(order);
        outbox.add("order." + what, Long.toString(order.id()),
                "{\"by\":" + Texts.json(by.name()) + ",\"number\":" + Texts.json(order.number()) + ",\"status\":\"" + order.status() + "\"" + more + "}");
    }

    /** What is no order's. @param json an object */
    void publish(String topic, long key, String json) {
        outbox.add(topic, Long.toString(key), json);
    }
}
