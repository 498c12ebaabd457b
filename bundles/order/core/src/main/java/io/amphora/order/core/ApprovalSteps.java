package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.identity.api.Role;
import io.amphora.order.api.LineStatus;
import io.amphora.order.api.OrderAction;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decides the steps of an order's approval, one after the other. For use inside a transaction. */
@Component(service = ApprovalSteps.class)
public final class ApprovalSteps {
    private final OrderStore store;
    private final Roles roles;

    @Activate
    public ApprovalSteps(@Reference OrderStore store, @Reference Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    static List<StepEntity> of(EntityManager em, long orderId) {
        return em.createQuery("select s from OrderStepEntity s where s.orderId = :o order by s.id", StepEntity.class).setParameter("o", orderId).getResultList();
    }

    /** The step whose turn it is; null if none is open. */
    private static StepEntity next(List<StepEntity> steps) {
        return steps.stream().filter(s -> s.state() == StepEntity.State.NEXT).findFirst().orElse(null);
    }

    /** Whoever decides the last step lets the order pass. */
    Actor asReviewer(Actor by) {
        Set<String> permissions = new HashSet<>(by.permissions());
        permissions.add(OrderAction.APPROVE.permission());
        return new Actor(by.name(), by.displayName(), permissions);
    }

    /** Decides the step whose turn it is. @throws AmphoraException.Refused saying who may, if this one may not */
    void decide(EntityManager em, Actor by, OrderEntity order, String why) {
        Transitions.select(order, OrderAction.APPROVE, Set.of());
        Problem obstacle = obstacle(em, by, order);
        if (obstacle != null) {
            throw new AmphoraException.Refused(obstacle);
        }
        Instant now = OrderStore.now();
        List<StepEntity> steps = of(em, order.id());
        StepEntity step = next(steps);
        String insteadOf = direct(by, step) ? null : absent(em, by, order, step);
        step.decide(by.name(), insteadOf, why, now);
        steps.stream().filter(s -> s.state() == StepEntity.State.LATER).findFirst().ifPresent(s -> s.begin(now));
        order.openSteps((int) steps.stream().filter(s -> s.state() == StepEntity.State.LATER || s.state() == StepEntity.State.NEXT).count());
        order.touched(now);
        store.remember(em, order, now, by, "step-approved", "approval", null, step.rule(), insteadOf == null ? why : "(" + insteadOf + ") " + (why == null ? "" : why));
        store.publish(order, by, "step-approved");
        em.flush();
    }

    /** Why this actor does not decide the next step; null if he may. */
    Problem obstacle(EntityManager em, Actor by, OrderEntity order) {
        List<StepEntity> steps = of(em, order.id());
        StepEntity step = next(steps);
        if (step == null) {
            return null;
        }
        if (FourEyes.own(em, by.name(), order)) {
            return FourEyes.mine(order);
        }
        if (round(steps).stream().anyMatch(s -> s.state() == StepEntity.State.DONE && by.name().equals(s.decidedBy()))) {
            return Problem.of("", "order.step-twice", "you decided on a step of order {0} already: each step needs somebody else; possible now: {1}", order.number(),
                    FourEyes.besidesApproval(order));
        }
        if (!direct(by, step) && absent(em, by, order, step) == null) {
            return Problem.of("", "order.step-other", "step {0} of order {1} ({2}) is decided by {3}; possible now: {4}", String.valueOf(step.step()), order.number(), step.rule(),
                    who(step), FourEyes.besidesApproval(order));
        }
        return null;
    }

    /** What was decided before the order was changed counts no more: its steps begin anew with the first. */
    private static List<StepEntity> round(List<StepEntity> steps) {
        int first = 0;
        for (int i = 0; i < steps.size(); i++) {
            first = steps.get(i).step() == 1 ? i : first;
        }
        return steps.subList(first, steps.size());
    }

    /** Roles as such, so that they are named in the reader's language. */
    private static List<Object> who(StepEntity step) {
        Object first = named(step.person() != null ? step.person() : step.role());
        return step.escalatedTo() == null ? List.of(first) : List.of(first, named(step.escalatedTo()));
    }

    private static Object named(String who) {
        return Stream.of(Role.values()).filter(r -> r.name().equals(who)).map(Object.class::cast).findFirst().orElse(who);
    }

    private boolean direct(Actor by, StepEntity step) {
        boolean all = by.may("*");
        return decides(by.name(), step) || all && (step.role() != null || step.escalatedTo() != null);
    }

    private boolean decides(String name, StepEntity step) {
        return step.person() != null && step.person().equals(name) || step.role() != null && roles.has(name, step.role())
                || step.escalatedTo() != null && (step.escalatedTo().equals(name) || roles.has(name, step.escalatedTo()));
    }

    /** Whom this one stands in for today in this step: never for somebody who could not decide on the order himself. */
    private String absent(EntityManager em, Actor by, OrderEntity order, StepEntity step) {
        return ApprovalTables.standsInFor(em, by.name(), LocalDate.now(ZoneOffset.UTC)).stream().filter(p -> decides(p, step) && !FourEyes.own(em, p, order)).findFirst().orElse(null);
    }

    /** The order was changed or goes no further: nobody needs to decide. */
    void overtaken(EntityManager em, OrderEntity order) {
        if (order.openSteps() > 0 && order.lines().stream().noneMatch(l -> l.status() == LineStatus.IN_REVIEW)) {
            end(em, order);
        }
    }

    void end(EntityManager em, OrderEntity order) {
        of(em, order.id()).stream().filter(s -> s.state() != StepEntity.State.DONE).forEach(StepEntity::overtaken);
        order.openSteps(0);
    }
}
