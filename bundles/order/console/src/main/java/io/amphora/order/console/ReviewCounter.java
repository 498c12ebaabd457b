package io.amphora.order.console;

import io.amphora.common.Actor;
import io.amphora.console.api.ConsoleCounter;
import io.amphora.order.api.OrderFilter;
import io.amphora.order.api.OrderQueries;
import io.amphora.order.api.OrderStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many orders wait for review, beside the menu entry. */
@Component
public final class ReviewCounter implements ConsoleCounter {
    private static final int MOST = 999;

    private final OrderQueries queries;

    @Activate
    public ReviewCounter(@Reference OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public String path() {
        return "orders";
    }

    @Override
    public String topic() {
        return "order.*";
    }

    @Override
    public long count(Actor actor) {
        return queries.count(actor, OrderFilter.ofStatus(OrderStatus.IN_REVIEW), MOST);
    }

    @Override
    public long most() {
        return MOST;
    }
}
