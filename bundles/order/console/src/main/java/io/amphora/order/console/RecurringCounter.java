package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.order.api.OrderPlans;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many recurring orders wait for something to be mended, beside the menu entry. */
@Component
public final class RecurringCounter implements ConsoleCounter {
    private static final int MOST = 999;

    private final OrderPlans plans;

    @Activate
    public RecurringCounter(@Reference OrderPlans plans) {
        this.plans = plans;
    }

    @Override
    public String path() {
        return "recurring-orders";
    }

    @Override
    public String topic() {
        return "order-plan.*";
    }

    @Override
    public long count(Actor actor) {
        return plans.countWaiting(actor, MOST);
    }

    @Override
    public long most() {
        return MOST;
    }
}
