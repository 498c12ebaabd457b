package io.amphora.fulfilment.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.customer.api.Customers;
import io.amphora.fulfilment.api.Shipments;
import io.amphora.fulfilment.api.TrackedOrder;
import io.amphora.fulfilment.api.TrackingLink;
import io.amphora.fulfilment.api.TrackingLinks;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderHistory;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Outbox;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tracking links in the database. */
@Component
public final class StoredTrackingLinks implements TrackingLinks {
    private static final Actor READER = Actor.system("tracking");
    private static final int TOKEN_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tx tx;
    private final OrderQueries orders;
    private final Shipments shipments;
    private final Outbox outbox;
    private final OrderHistory history;
    private final Customers customers;

    @Activate
    public StoredTrackingLinks(@Reference(target = "(domain=fulfilment)") Tx tx, @Reference OrderQueries orders, @Reference Shipments shipments, @Reference Outbox outbox,
                               @Reference OrderHistory history, @Reference Customers customers) {
        this.tx = tx;
        this.orders = orders;
        this.shipments = shipments;
        this.outbox = outbox;
        this.history = history;
        this.customers = customers;
    }

    @Override
    public Optional<TrackingLink> find(Actor by, long orderId) {
        by.require(OrderQueries.READ);
        return tx.call(em -> working(em, orderId)).map(TrackingLinkEntity::toLink);
    }

    @Override
    public TrackingLink share(Actor by, long orderId) {
        by.require(SHARE);
        refuseWhatIsNotOnItsWay(orders.find(READER, orderId));
        try {
            return tx.callWithRetry(em -> working(em, orderId).orElseGet(() -> make(em, by, orderId)).toLink());
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // somebody made one in the same moment
            return find(READER, orderId).orElseThrow(() -> e);
        }
    }

    private static void refuseWhatIsNotOnItsWay(Order order) {
        if (order.historic() || order.placedAt() == null) {
            throw new AmphoraException.Refused(Problem.of("", "fulfilment.nothing-to-track", "order {0} has nothing to follow: it is a draft or of the past", order.number()));
        }
    }

    private TrackingLinkEntity make(EntityManager em, Actor by, long orderId) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        TrackingLinkEntity link = new TrackingLinkEntity(orderId, Base64.getUrlEncoder().withoutPadding().encodeToString(token), now(), by.name());
        em.persist(link);
        publish("tracking.shared", by, orderId);
        em.flush();
        return link;
    }

    @Override
    public void revoke(Actor by, long orderId) {
        by.require(SHARE);
        orders.find(READER, orderId);
        tx.callWithRetry(em -> {
            working(em, orderId).ifPresent(link -> {
                link.revoke(now(), by.name());
                publish("tracking.revoked", by, orderId);
            });
            return null;
        });
    }

    @Override
    public Optional<TrackedOrder> open(String token) {
        if (token == null || token.isEmpty() || token.length() > 60) {
            return Optional.empty();
        }
        return tx.call(em -> em.createQuery("select l.orderId from TrackingLinkEntity l where l.token = :t and l.workingFor is not null", Long.class).setParameter("t", token)
                .getResultStream().findFirst()).map(id -> orders.find(READER, id)).map(o -> CustomersView.of(o, orders, shipments, language(o)));
    }

    private String language(Order order) {
        return order.customerId() == null ? null : Optional.ofNullable(customers.lookup(List.of(order.customerId())).get(order.customerId())).map(Customers.Facts::language).orElse(null);
    }

    private static Optional<TrackingLinkEntity> working(EntityManager em, long orderId) {
        return em.createQuery("select l from TrackingLinkEntity l where l.workingFor = :o", TrackingLinkEntity.class).setParameter("o", orderId).getResultStream().findFirst();
    }

    private void publish(String topic, Actor by, long orderId) {
        outbox.add(topic, Long.toString(orderId), JsonNodeFactory.instance.objectNode().put("by", by.name()).toString());
        history.add(orderId, by.name(), topic.replace('.', '-'), null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
