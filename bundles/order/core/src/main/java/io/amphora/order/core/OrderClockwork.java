package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.platform.api.Tx;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself as time goes: steps of approval whose deadline is over go to somebody else, too; lines that wait are looked at again. */
@Component(service = OrderClockwork.class, immediate = true) // works by itself, nobody refers to it
public final class OrderClockwork {
    static final Actor BY = Actor.system("approvals");
    private static final Logger LOG = LoggerFactory.getLogger(OrderClockwork.class);
    private static final long PAUSE = 60;
    private static final int AT_ONCE = 100;

    private final Tx tx;
    private final OrderStore store;
    private final AllocateBackorders allocate;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "amphora-orders");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public OrderClockwork(@Reference(target = "(domain=order)") Tx tx, @Reference OrderStore store, @Reference AllocateBackorders allocate) {
        this(tx, store, allocate, PAUSE);
    }

    /** @param pause seconds between two looks */
    OrderClockwork(Tx tx, OrderStore store, AllocateBackorders allocate, long pause) {
        this.tx = tx;
        this.store = store;
        this.allocate = allocate;
        clockwork.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clockwork.shutdown();
    }

    /** The border of this loop: whatever happened, the next look comes. */
    private void look() {
        try {
            escalate(OrderStore.now());
            allocate.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Deadlines and backorders could not be looked at, trying again in {} s: {}", PAUSE, e.toString());
        }
    }

    /** @return how many steps went to somebody else, too */
    int escalate(Instant now) {
        return tx.callWithRetry(em -> {
            List<StepEntity> late = em.createQuery("select s from OrderStepEntity s where s.state = :s and s.dueAt <= :now and s.escalatedAt is null order by s.id", StepEntity.class)
                    .setParameter("s", StepEntity.State.NEXT).setParameter("now", now).setMaxResults(AT_ONCE).getResultList();
            for (StepEntity step : late) {
                OrderEntity order = store.require(em, step.orderId());
                step.escalate(now);
                store.remember(em, order, now, BY, "escalated", "approval", step.person() == null ? step.role() : step.person(), step.escalatedTo(), step.rule());
                store.publish(order, BY, "escalated", ",\"to\":" + Texts.json(step.escalatedTo()));
            }
            em.flush();
            return late.size();
        });
    }
}
