package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderAction;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person decides on what the review found. */
@Component(service = ReviewOrder.class)
public final class ReviewOrder {
    private final ActOnOrder act;
    private final OrderStore store;
    private final StockOfLines stock;

    @Activate
    public ReviewOrder(@Reference ActOnOrder act, @Reference OrderStore store, @Reference StockOfLines stock) {
        this.act = act;
        this.store = store;
        this.stock = stock;
    }

    /** Lets all that was found pass, for a reason. */
    Order approve(Actor by, long id, long version, String reason) {
        String why = ActOnOrder.optionalReason(reason);
        return act.run(by, id, version, OrderAction.APPROVE, Set.of(), why, new ActOnOrder.Step() {
            @Override
            public void change(ActOnOrder.Acting a) {
                waive(a, why);
            }
        });
    }

    private void waive(ActOnOrder.Acting a, String why) {
        List<FindingEntity> open = store.findings(a.em(), a.order().id()).stream().filter(FindingEntity::open).toList();
        if (why == null && !open.isEmpty()) {
            throw new AmphoraException.Invalid(Problem.of("reason", "order.reason-for-findings", "is required: the review found {0} things, say why they may pass", open.size()));
        }
        open.forEach(f -> f.waive(a.by().name(), why));
    }

    Order reject(Actor by, long id, long version, String reason) {
        return releasing(by, id, version, OrderAction.REJECT, Set.of(), reason);
    }

    Order cancel(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        return releasing(by, id, version, OrderAction.CANCEL, lineIds, reason);
    }

    /** The lines go no further, and what they hold is free again. */
    private Order releasing(Actor by, long id, long version, OrderAction action, Set<Long> lineIds, String reason) {
        by.require(action.permission());
        return act.run(by, id, version, action, lineIds, ActOnOrder.requiredReason(reason), new ActOnOrder.Step() {
            @Override
            public void stock(ActOnOrder.Acting a) {
                stock.release(a.order(), a.lines());
            }
        });
    }
}
