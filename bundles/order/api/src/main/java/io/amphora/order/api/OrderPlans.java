package io.amphora.order.api;

import io.amphora.common.Actor;
import io.amphora.common.Page;
import io.amphora.common.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Orders that are made on a schedule, from a template, on the way that every order goes: check, reservation, review. The key (channel {@code recurring}, plan
 * and day) makes a second order of one day impossible, also after a crash. What cannot become an order waits with all its reasons, is tried again every hour,
 * and at once when somebody says so. Looking needs {@code order.read}, the rest {@code order.enter}. Publishes {@code order-plan.changed},
 * {@code order-plan.ordered}, {@code order-plan.waiting}, keyed by the plan. Thread-safe.
 */
@ProviderType
public interface OrderPlans {
    String CHANNEL = "recurring";

    /** @throws io.amphora.common.AmphoraException.Invalid naming all that is wrong; a start in the past makes no orders for the past */
    OrderPlan create(Actor by, long templateId, long customerId, Schedule schedule);

    /** Another schedule from now on. */
    OrderPlan change(Actor by, long id, long version, Schedule schedule);

    OrderPlan pause(Actor by, long id, long version, boolean paused);

    /** Passes over the next day. */
    OrderPlan skip(Actor by, long id, long version, String reason);

    /** Ends it; what it made stays, and so do its runs. */
    void end(Actor by, long id, long version);

    OrderPlan find(Actor by, long id);

    /** Newest first. @param customerId null for all */
    Page<OrderPlan> list(Actor by, Long customerId, PageRequest page);

    /** Newest first. @param planId null for all that wait */
    Page<OrderPlan.Run> runs(Actor by, Long planId, PageRequest page);

    /** Tries a waiting run now. @return where it stands then */
    OrderPlan.Run retry(Actor by, long runId, long version);

    /** Gives a waiting run up. @param reason required */
    OrderPlan.Run giveUp(Actor by, long runId, long version, String reason);

    /** How many runs wait, counting up to the limit; for counters. */
    int countWaiting(Actor by, int limit);
}
