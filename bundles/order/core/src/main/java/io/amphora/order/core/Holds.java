package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.HoldType;
import io.amphora.order.api.OrderAction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stops on an order, and what they stand against. For use inside a transaction. */
@Component(service = Holds.class)
public final class Holds {
    static final Actor REVIEW = Actor.system("review");

    private final OrderStore store;

    @Activate
    public Holds(@Reference OrderStore store) {
        this.store = store;
    }

    List<HoldEntity> of(EntityManager em, OrderEntity order) {
        return store.holds(em, order);
    }

    /** @throws AmphoraException.Refused naming the holds, and what is possible all the same */
    static void requireFree(OrderEntity order, OrderAction action) {
        Set<HoldType> open = order.openHolds();
        Set<HoldType> against = open.stream().filter(h -> h.blocks(action)).collect(Collectors.toCollection(() -> EnumSet.noneOf(HoldType.class)));
        if (!against.isEmpty()) {
            Set<OrderAction> possible = new TreeSet<>();
            order.lines().forEach(l -> possible.addAll(OrderAction.nextOf(l.status())));
            possible.removeIf(a -> open.stream().anyMatch(h -> h.blocks(a)));
            throw new AmphoraException.Refused(Problem.of("", "order.held", "{0} is not possible: order {1} is on hold: {2}; possible now: {3}", action, order.number(),
                    List.copyOf(against), List.copyOf(possible)));
        }
    }

    void set(EntityManager em, OrderEntity order, HoldType type, Instant until, String reason, Actor by, Instant now) {
        em.persist(new HoldEntity(order.id(), type, reason, by.name(), now, until));
        Set<HoldType> open = order.openHolds();
        open.add(type);
        order.onHold(open);
        store.remember(em, order, now, by, "held", "hold", null, type.name(), reason);
    }

    /** What findings bring; the order must be in the database already. */
    void byFindings(EntityManager em, OrderEntity order, List<Found> found, Instant now) {
        Map<HoldType, String> wanted = new LinkedHashMap<>();
        found.stream().filter(f -> f.hold() != null && !order.openHolds().contains(f.hold())).forEach(f -> wanted.putIfAbsent(f.hold(), f.problem().message()));
        wanted.forEach((type, reason) -> set(em, order, type, null, reason, REVIEW, now));
    }

    void release(EntityManager em, OrderEntity order, HoldEntity hold, Actor by, Instant now, String reason) {
        hold.release(by.name(), now, reason);
        Set<HoldType> open = order.openHolds();
        open.remove(hold.type());
        order.onHold(open);
        store.remember(em, order, now, by, "released", "hold", hold.type().name(), null, reason);
    }

    /** An order at its end is on hold no more. */
    void end(EntityManager em, OrderEntity order, Actor by, Instant now) {
        if (order.status().isFinal() && !order.openHolds().isEmpty()) {
            of(em, order).stream().filter(HoldEntity::open).forEach(h -> release(em, order, h, by, now, order.status().name()));
        }
    }
}
