package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person decides on what the review found. */
@Component(service = ReviewOrder.class)
public final class ReviewOrder {
    private final Tx tx;
    private final ActOnOrder act;
    private final OrderStore store;
    private final StockOfLines stock;
    private final ApprovalSteps steps;
    private final FourEyes fourEyes = new FourEyes();

    @Activate
    public ReviewOrder(@Reference(target = "(domain=order)") Tx tx, @Reference ActOnOrder act, @Reference OrderStore store, @Reference StockOfLines stock,
                       @Reference ApprovalSteps steps) {
        this.tx = tx;
        this.act = act;
        this.store = store;
        this.stock = stock;
        this.steps = steps;
    }

    /** Lets some of what was found pass, for a reason; the order stays where it is. */
    Order waive(Actor by, long id, long version, Set<Long> findingIds, String reason) {
        by.require(OrderQueries.READ);
        String why = ActOnOrder.requiredReason(reason);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            Transitions.select(order, OrderAction.APPROVE, Set.of());
            fourEyes.require(em, by, order);
            List<FindingEntity> open = open(em, order).stream().filter(f -> findingIds.contains(f.id())).toList();
            Problems problems = new Problems();
            problems.check(!open.isEmpty() && open.size() == findingIds.size(), "findingIds", "order.finding-unknown", "must name open findings of this order");
            problems.throwIfAny();
            Instant now = OrderStore.now();
            waive(em, by, order, now, open, why);
            order.touched(now);
            store.publish(order, by, "waived");
            em.flush();
            return store.whole(em, order);
        });
    }

    /** Steps of approval may be anybody's who sees the order. */
    private static void requireSight(Actor by) {
        if (!by.may(OrderAction.APPROVE.permission())) {
            by.require(OrderQueries.READ);
        }
    }

    /** Lets all that was found pass, for a reason, and the order go on. */
    Order approve(Actor by, long id, long version, String reason) {
        requireSight(by);
        String why = ActOnOrder.optionalReason(reason);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            if (order.openSteps() == 0 || order.status() != OrderStatus.IN_REVIEW) {
                return pass(by, id, version, why, by);
            }
            steps.decide(em, by, order, why);
            return order.openSteps() > 0 ? store.whole(em, order) : pass(steps.asReviewer(by), id, order.version(), why, by);
        });
    }

    /** An order that waits for nothing any more passes. @return whether it does */
    boolean goOn(EntityManager em, Actor by, OrderEntity order) {
        boolean free = order.openSteps() == 0 && order.status() == OrderStatus.IN_REVIEW && open(em, order).isEmpty();
        if (free) {
            pass(steps.asReviewer(by), order.id(), order.version(), null, by);
        }
        return free;
    }

    /** @param by may do what the step before the last needs; @param waives has permissions of findings */
    private Order pass(Actor by, long id, long version, String why, Actor waives) {
        return act.run(by, id, version, OrderAction.APPROVE, Set.of(), why, new ActOnOrder.Step() {
            @Override
            public void change(ActOnOrder.Acting a) {
                fourEyes.require(a.em(), by, a.order());
                List<FindingEntity> open = open(a.em(), a.order());
                if (why == null && !open.isEmpty()) {
                    throw new AmphoraException.Invalid(Problem.of("reason", "order.reason-for-findings", "is required: the review found {0} things, say why they may pass", open.size()));
                }
                waive(a.em(), waives, a.order(), a.now(), open, why);
            }
        });
    }

    private List<FindingEntity> open(EntityManager em, OrderEntity order) {
        return store.findings(em, order.id()).stream().filter(FindingEntity::open).toList();
    }

    /** Each by who may; all that may not pass are named at once. */
    private void waive(EntityManager em, Actor by, OrderEntity order, Instant now, List<FindingEntity> open, String why) {
        List<Problem> refused = open.stream().filter(f -> !by.may(f.permission())).map(FindingEntity::toFinding).map(f -> Problem.of(f.problem().field(), "order.waive-not-permitted",
                "to let this pass needs the permission {0}: {1}", f.permission(), f.problem().message())).toList();
        if (!refused.isEmpty()) {
            throw new AmphoraException.Refused(refused);
        }
        for (FindingEntity f : open) {
            f.waive(by.name(), why);
            store.remember(em, order, now, by, "waived", "finding", f.toFinding().problem().message(), null, why);
        }
    }

    Order reject(Actor by, long id, long version, String reason) {
        requireSight(by);
        return tx.callWithRetry(em -> {
            OrderEntity order = store.require(em, id, version);
            boolean decides = order.openSteps() > 0 && order.status() == OrderStatus.IN_REVIEW && steps.obstacle(em, by, order) == null;
            return releasing(decides ? steps.asReviewer(by) : by, id, version, OrderAction.REJECT, Set.of(), reason);
        });
    }

    Order cancel(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        return releasing(by, id, version, OrderAction.CANCEL, lineIds, reason);
    }

    /** The lines go no further, and what they hold is free again. */
    private Order releasing(Actor by, long id, long version, OrderAction action, Set<Long> lineIds, String reason) {
        by.require(action.permission());
        return act.run(by, id, version, action, lineIds, ActOnOrder.requiredReason(reason), new ActOnOrder.Step() {
            @Override
            public void before(ActOnOrder.Acting a) {
                if (a.order().lines().isEmpty()) {
                    a.order().withdraw();
                }
            }

            @Override
            public void change(ActOnOrder.Acting a) {
                steps.overtaken(a.em(), a.order());
            }

            @Override
            public void stock(ActOnOrder.Acting a) {
                stock.release(a.order(), a.lines());
            }
        });
    }
}
