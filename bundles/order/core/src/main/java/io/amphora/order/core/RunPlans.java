package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.OrderEntry;
import io.amphora.order.api.OrderPlan;
import io.amphora.order.api.OrderPlans;
import io.amphora.order.api.OrderQueries;
import io.amphora.platform.api.Duplicates;
import io.amphora.platform.api.Sql;
import io.amphora.platform.api.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes recurring orders. A day that is due becomes a row first, together with the next day of its plan; the order and the row's new state are one transaction.
 * A crash between any two steps leaves something that the next look finishes, and the order's own key keeps it from being made twice.
 */
@Component(service = RunPlans.class, immediate = true)
public final class RunPlans {
    private static final Logger LOG = LoggerFactory.getLogger(RunPlans.class);
    private static final long PAUSE = 30;
    private static final int AT_ONCE = 100;

    private final Tx tx;
    private final OrderStore store;
    private final PlaceOrder place;
    private final TemplatesService templates;
    private final Today today;
    private final Clockwork clockwork;

    @Activate
    public RunPlans(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference PlaceOrder place, @Reference TemplatesService templates, @Reference Today today) {
        this(tx, store, place, templates, today, PAUSE);
    }

    /** @param pause seconds between two looks */
    RunPlans(Tx tx, OrderStore store, PlaceOrder place, TemplatesService templates, Today today, long pause) {
        this.tx = tx;
        this.store = store;
        this.place = place;
        this.templates = templates;
        this.today = today;
        clockwork = new Clockwork("amphora-recurring", pause, () -> look(OrderStore.now()));
    }

    @Deactivate
    void stop() {
        clockwork.stop();
    }

    /** @return how many orders were made */
    int look(Instant now) {
        LocalDate day = today.now();
        List<Number> due = tx.call(em -> Sql.of("select p.id from order_plan p where p.next_run <= ? order by p.next_run, p.id", day).first(AT_ONCE).values(em));
        due.forEach(id -> open(id.longValue(), day, now));
        List<Number> waiting = tx.call(em -> Sql.of("select r.id from order_plan_run r where r.run_state = ? and r.next_try <= ? order by r.next_try, r.id", OrderPlan.RunState.WAITING, now)
                .first(AT_ONCE).values(em));
        return (int) waiting.stream().filter(id -> attempt(id.longValue())).count();
    }

    /** The days up to now become rows; of a plan that was paused they are passed over. */
    private void open(long planId, LocalDate day, Instant now) {
        try {
            tx.callWithRetry(em -> {
                PlanEntity plan = em.find(PlanEntity.class, planId);
                while (plan.nextRun() != null && !plan.nextRun().isAfter(day)) {
                    if (!plan.paused()) {
                        em.persist(new PlanRunEntity(planId, plan.nextRun(), now));
                    }
                    plan.passed(plan.nextRun());
                }
                return null;
            });
        } catch (RuntimeException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // another node opened the same day at this moment: it also moved the plan on
            LOG.debug("Recurring order {} was looked at elsewhere", planId);
        }
    }

    /** One try. @return whether the order is there now */
    boolean attempt(long runId) {
        try {
            return tx.callWithRetry(em -> made(em, runId));
        } catch (AmphoraException.Invalid | AmphoraException.Refused | AmphoraException.NotFound e) {
            wait(runId, e.problems());
        } catch (RuntimeException e) {
            if (Duplicates.caused(e)) {
                LOG.debug("Run {} is made elsewhere at this moment", runId);
                return false;
            }
            LOG.warn("A recurring order could not be made, it is tried again", e);
            wait(runId, List.of(Problem.of("", "order.plan-error", "went wrong: {0}", String.valueOf(e.getMessage()))));
        }
        return false;
    }

    private boolean made(EntityManager em, long runId) {
        PlanRunEntity run = em.find(PlanRunEntity.class, runId);
        if (run == null || run.state() != OrderPlan.RunState.WAITING) {
            return false;
        }
        PlanEntity plan = em.find(PlanEntity.class, run.planId());
        // in the name of who planned it: that person does not approve it either
        Actor by = new Actor(plan.createdBy(), plan.createdBy(), Set.of(OrderEntry.ENTER, OrderQueries.READ));
        String key = plan.id() + "-" + run.dueOn();
        OrderTemplateEntity template = templates.require(em, plan.templateId());
        long order = place.place(by, TemplatesService.content(template.toTemplate(), plan.customerId(), OrderPlans.CHANNEL, key)).id();
        // nor does whoever said last what is ordered, for how much
        store.entered(em, order, template.changedBy(), template.name());
        run.ordered(order, OrderStore.now());
        em.flush();
        tell("ordered", plan.id(), run, ",\"order\":" + order);
        return true;
    }

    private void wait(long runId, List<Problem> problems) {
        tx.callWithRetry(em -> {
            PlanRunEntity run = em.find(PlanRunEntity.class, runId);
            if (run != null && run.state() == OrderPlan.RunState.WAITING) {
                run.waits(problems, OrderStore.now());
                tell("waiting", run.planId(), run, "");
            }
            return null;
        });
    }

    private void tell(String what, long planId, PlanRunEntity run, String more) {
        store.publish("order-plan." + what, planId, "{\"by\":\"system:recurring\",\"day\":\"" + run.dueOn() + "\"" + more + "}");
    }
}
