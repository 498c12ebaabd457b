package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import io.amphora.common.Problem;
import io.amphora.common.Problems;
import io.amphora.customer.api.Customers;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.Schedule;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Recurring orders: what is planned, and what became of it. */
@Component(service = OrderPlans.class)
public final class PlansService implements OrderPlans {
    private static final int MOST = 366;

    private final Tx tx;
    private final OrderStore store;
    private final Customers customers;
    private final TemplatesService templates;
    private final RunPlans runs;
    private final Today today;

    @Activate
    public PlansService(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference Customers customers, @Reference TemplatesService templates,
                        @Reference RunPlans runs, @Reference Today today) {
        this.tx = tx;
        this.store = store;
        this.customers = customers;
        this.templates = templates;
        this.runs = runs;
        this.today = today;
    }

    @Override
    public OrderPlan create(Actor by, long templateId, long customerId, Schedule schedule) {
        by.require(OrderEntry.ENTER);
        Problems problems = new Problems();
        Customers.Facts customer = customers.lookup(Set.of(customerId)).get(customerId);
        problems.check(customer != null, "customerId", "order.customer-unknown", "there is no customer {0}", String.valueOf(customerId));
        check(problems, schedule);
        problems.throwIfAny();
        return tx.callWithRetry(em -> {
            OrderTemplateEntity template = templates.require(em, templateId);
            if (template.customerId() != null && template.customerId() != customerId) {
                throw new AmphoraException.Invalid(Problem.of("customerId", "order.template-of-other", "{0} is a template of another customer", template.name()));
            }
            PlanEntity plan = new PlanEntity(templateId, customerId, Texts.cut(customer.name(), 200), by.name(), OrderStore.now());
            plan.schedule(schedule, today.now());
            em.persist(plan);
            return written(em, by, plan);
        });
    }

    private static void check(Problems problems, Schedule s) {
        if (s == null || s.unit() == null || s.startsOn() == null) {
            problems.check(s != null && s.unit() != null, "schedule.unit", "required", "must not be empty");
            problems.check(s != null && s.startsOn() != null, "schedule.startsOn", "required", "must not be empty");
            return;
        }
        problems.check(s.every() >= 1 && s.every() <= MOST, "schedule.every", "order.plan-every", "must be between 1 and {0}", MOST);
        problems.check(s.dayOfMonth() == null || s.dayOfMonth() >= 1 && s.dayOfMonth() <= 31, "schedule.dayOfMonth", "order.plan-day", "must be between 1 and 31");
        boolean years = s.startsOn().getYear() >= 2000 && s.startsOn().getYear() <= 9999 && (s.endsOn() == null || s.endsOn().getYear() <= 9999);
        problems.check(years, "schedule.startsOn", "order.date", "must be between 1900 and 9999");
        problems.check(s.endsOn() == null || !s.endsOn().isBefore(s.startsOn()), "schedule.endsOn", "order.plan-end", "must not be before the start");
        if (problems.isEmpty()) {
            problems.check(s.first() != null, "schedule.endsOn", "order.plan-never", "leaves no day for an order");
        }
    }

    private OrderPlan written(EntityManager em, Actor by, PlanEntity plan) {
        em.flush();
        store.publish("order-plan.changed", plan.id(), "{\"by\":" + Texts.json(by.name()) + "}");
        return toPlan(em, plan);
    }

    private OrderPlan toPlan(EntityManager em, PlanEntity plan) {
        int waiting = Sql.of("select count(*) from order_plan_run r where r.plan_id = ? and r.run_state = ?", plan.id(), OrderPlan.RunState.WAITING).<Number>values(em).get(0).intValue();
        return plan.toPlan(templates.require(em, plan.templateId()).name(), waiting);
    }

    private OrderPlan act(Actor by, long id, long version, Consumer<PlanEntity> step) {
        by.require(OrderEntry.ENTER);
        return tx.callWithRetry(em -> {
            PlanEntity plan = require(em, id);
            if (plan.version() != version) {
                throw new AmphoraException.Stale("recurring order", id, version, plan.version());
            }
            if (plan.ended()) {
                throw new AmphoraException.Refused(Problem.of("", "order.plan-ended", "recurring order {0} has been ended", String.valueOf(id)));
            }
            step.accept(plan);
            return written(em, by, plan);
        });
    }

    private static PlanEntity require(EntityManager em, long id) {
        PlanEntity plan = em.find(PlanEntity.class, id);
        if (plan == null) {
            throw new AmphoraException.NotFound("recurring order", id);
        }
        return plan;
    }

    @Override
    public OrderPlan change(Actor by, long id, long version, Schedule schedule) {
        Problems problems = new Problems();
        check(problems, schedule);
        problems.throwIfAny();
        LocalDate now = today.now();
        return act(by, id, version, plan -> plan.schedule(schedule, now));
    }

    @Override
    public OrderPlan pause(Actor by, long id, long version, boolean paused) {
        LocalDate now = today.now();
        return act(by, id, version, plan -> {
            plan.paused(paused);
            if (!paused && plan.nextRun() != null && plan.nextRun().isBefore(now)) {
                plan.passed(now.minusDays(1));
            }
        });
    }

    @Override
    public OrderPlan skip(Actor by, long id, long version, String reason) {
        String why = ActOnOrder.requiredReason(reason);
        return tx.callWithRetry(em -> {
            OrderPlan[] done = new OrderPlan[1];
            done[0] = act(by, id, version, plan -> {
                if (plan.nextRun() == null) {
                    throw new AmphoraException.Refused(Problem.of("", "order.plan-over", "no day is left"));
                }
                PlanRunEntity run = new PlanRunEntity(id, plan.nextRun(), OrderStore.now());
                run.skipped(why, OrderStore.now());
                em.persist(run);
                plan.passed(plan.nextRun());
            });
            return done[0];
        });
    }

    @Override
    public void end(Actor by, long id, long version) {
        act(by, id, version, PlanEntity::end);
    }

    @Override
    public OrderPlan find(Actor by, long id) {
        by.require(OrderQueries.READ);
        return tx.call(em -> toPlan(em, require(em, id)));
    }

    @Override
    public Page<OrderPlan> list(Actor by, Long customerId, PageRequest page) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            List<PlanEntity> rows = Sql.of("select p.* from order_plan p where p.ended = ?", false).addIf(customerId, " and p.customer_id = ?").addIf(page.afterNumber(), " and p.id < ?")
                    .add(" order by p.id desc").first(page.size() + 1).entities(em, PlanEntity.class);
            return Page.of(rows, page.size(), PlanEntity::id).map(p -> toPlan(em, p));
        });
    }

    @Override
    public Page<OrderPlan.Run> runs(Actor by, Long planId, PageRequest page) {
        by.require(OrderQueries.READ);
        return tx.call(em -> {
            Sql sql = planId == null ? Sql.of("select r.* from order_plan_run r where r.run_state = ?", OrderPlan.RunState.WAITING)
                    : Sql.of("select r.* from order_plan_run r where r.plan_id = ?", planId);
            List<PlanRunEntity> rows = sql.addIf(page.afterNumber(), " and r.id < ?").add(" order by r.id desc").first(page.size() + 1).entities(em, PlanRunEntity.class);
            return Page.of(rows, page.size(), PlanRunEntity::id).map(PlanRunEntity::toRun);
        });
    }

    @Override
    public OrderPlan.Run retry(Actor by, long runId, long version) {
        by.require(OrderEntry.ENTER);
        tx.call(em -> waiting(em, runId, version));
        runs.attempt(runId);
        return tx.call(em -> em.find(PlanRunEntity.class, runId).toRun());
    }

    @Override
    public OrderPlan.Run giveUp(Actor by, long runId, long version, String reason) {
        by.require(OrderEntry.ENTER);
        String why = ActOnOrder.requiredReason(reason);
        return tx.callWithRetry(em -> {
            PlanRunEntity run = waiting(em, runId, version);
            run.skipped(why, OrderStore.now());
            em.flush();
            store.publish("order-plan.changed", run.planId(), "{\"by\":" + Texts.json(by.name()) + "}");
            return run.toRun();
        });
    }

    private static PlanRunEntity waiting(EntityManager em, long id, long version) {
        PlanRunEntity run = em.find(PlanRunEntity.class, id);
        if (run == null) {
            throw new AmphoraException.NotFound("run", id);
        }
        if (run.version() != version) {
            throw new AmphoraException.Stale("run", id, version, run.version());
        }
        if (run.state() != OrderPlan.RunState.WAITING) {
            throw new AmphoraException.Refused(Problem.of("", "order.plan-run-done", "the order of {0} is decided", run.dueOn().toString()));
        }
        return run;
    }

    @Override
    public int countWaiting(Actor by, int limit) {
        by.require(OrderQueries.READ);
        return tx.call(em -> Sql.of("select count(*) from (select r.id from order_plan_run r where r.run_state = ?", OrderPlan.RunState.WAITING).first(limit).add(") c").<Number>values(em).get(0)
                .intValue());
    }
}
