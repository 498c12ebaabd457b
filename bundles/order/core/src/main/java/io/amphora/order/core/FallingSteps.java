package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.OrderApprovals.Removed;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps that orders wait for fall when their rule is removed; each order goes on if it waits for nothing else. Nobody lets an own order pass by removing a rule. */
@Component(service = FallingSteps.class)
public final class FallingSteps {
    private static final Set<StepEntity.State> OPEN = EnumSet.of(StepEntity.State.LATER, StepEntity.State.NEXT);

    private final Tx tx;
    private final OrderStore store;
    private final ReviewOrder review;

    @Activate
    public FallingSteps(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference ReviewOrder review) {
        this.tx = tx;
        this.store = store;
        this.review = review;
    }

    /** Orders that wait for a step of this rule, now or later. */
    static List<Long> waiting(EntityManager em, long ruleId) {
        return Sql.of("select distinct s.order_id from order_approval s where s.rule_id = ?", ruleId).in(" and s.step_state in", OPEN.stream().map(Enum::name).toList()).add(" order by s.order_id")
                .<Number>values(em).stream().map(Number::longValue).toList();
    }

    Removed fall(Actor by, long ruleId, List<Long> orderIds) {
        int passed = 0;
        int fallen = 0;
        for (long id : orderIds) {
            Boolean goesOn = tx.callWithRetry(em -> store.find(em, id).filter(o -> !FourEyes.own(em, by.name(), o)).map(o -> fall(em, by, ruleId, o)).orElse(null));
            fallen += goesOn == null ? 0 : 1;
            passed += Boolean.TRUE.equals(goesOn) ? 1 : 0;
        }
        return new Removed(passed, fallen - passed, orderIds.size() - fallen);
    }

    /** @return whether the order goes on */
    private boolean fall(EntityManager em, Actor by, long ruleId, OrderEntity order) {
        Instant now = OrderStore.now();
        List<StepEntity> all = ApprovalSteps.of(em, order.id());
        List<StepEntity> falling = all.stream().filter(s -> s.ruleId() == ruleId && OPEN.contains(s.state())).toList();
        falling.forEach(s -> {
            s.overtaken();
            store.remember(em, order, now, by, "step-fell", "approval", s.rule(), null, null);
        });
        if (all.stream().noneMatch(s -> s.state() == StepEntity.State.NEXT)) {
            all.stream().filter(s -> s.state() == StepEntity.State.LATER).findFirst().ifPresent(s -> s.begin(now));
        }
        order.openSteps((int) all.stream().filter(s -> OPEN.contains(s.state())).count());
        order.touched(now);
        store.publish(order, by, "step-fell");
        em.flush();
        return review.goOn(em, by, order);
    }
}
