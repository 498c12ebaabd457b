package io.amphora.transfer.core.replay;

import io.amphora.common.Actor;
import io.amphora.order.api.Hold;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderStatus;
import io.amphora.platform.api.Moment;
import io.amphora.transfer.api.PastOrder.Life;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes an order through its life again, each step by its use case, at its time. */
@Component(service = LiveAgain.class)
public final class LiveAgain {
    private static final Set<Long> ALL = Set.of();

    private final OrderActions actions;
    private final OrderHolds holds;

    @Activate
    public LiveAgain(@Reference OrderActions actions, @Reference OrderHolds holds) {
        this.actions = actions;
        this.holds = holds;
    }

    /** Somebody lets what the review found pass, and ends the holds that it brought. */
    Order approve(Actor by, Order order, Life life, String reason) {
        Instant then = life.approved() == null || life.approved().isBefore(life.placed()) ? life.placed() : life.approved();
        return Moment.at(then, () -> {
            Order now = order.status() == OrderStatus.IN_REVIEW ? actions.approve(by, order.id(), order.version(), reason) : order;
            for (Hold hold : now.holds()) {
                now = hold.isOpen() && now.status() == OrderStatus.APPROVED ? holds.release(by, now.id(), now.version(), hold.id(), reason) : now;
            }
            return now;
        });
    }

    /** As far as it came. @param why for the timeline: what the order was in the source */
    Order goOn(Actor by, Order order, Life life, long location, String why) {
        if (life.cancelled() != null) {
            String reason = life.cancelReason() == null ? why : life.cancelReason();
            return at(life.cancelled(), order, o -> actions.cancel(by, o.id(), o.version(), ALL, reason));
        }
        Instant arrived = life.delivered() == null ? life.completed() : life.delivered();
        Instant left = life.shipped() == null ? arrived : life.shipped();
        if (left == null || order.status() != OrderStatus.APPROVED) {
            return order;
        }
        Order now = at(left, order, o -> actions.assign(by, o.id(), o.version(), location, null, why));
        now = at(left, now, o -> actions.pick(by, o.id(), o.version(), ALL));
        now = at(left, now, o -> actions.ship(by, o.id(), o.version(), ALL, life.carrier(), life.trackingNumber()));
        now = arrived == null ? now : at(arrived, now, o -> actions.deliver(by, o.id(), o.version(), ALL));
        return life.completed() == null ? now : at(life.completed(), now, o -> actions.complete(by, o.id(), o.version()));
    }

    private static Order at(Instant then, Order order, UnaryOperator<Order> step) {
        return Moment.at(then, () -> step.apply(order));
    }
}
