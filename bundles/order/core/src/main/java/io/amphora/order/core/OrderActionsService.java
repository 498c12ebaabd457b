package io.amphora.order.core;

import io.amphora.common.Actor;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.Order;
import io.amphora.order.api.OrderActions;
import java.math.BigDecimal;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leads to the use cases that move orders on. */
@Component
public final class OrderActionsService implements OrderActions {
    private final ActOnOrder act;
    private final ReviewOrder review;
    private final AssignOrder assign;
    private final FulfilOrder fulfil;
    private final SplitLine split;
    private final GoodsBack back;

    @Activate
    public OrderActionsService(@Reference ActOnOrder act, @Reference ReviewOrder review, @Reference AssignOrder assign, @Reference FulfilOrder fulfil,
                               @Reference SplitLine split, @Reference GoodsBack back) {
        this.act = act;
        this.review = review;
        this.assign = assign;
        this.fulfil = fulfil;
        this.split = split;
        this.back = back;
    }

    @Override
    public Order waive(Actor by, long id, long version, Set<Long> findingIds, String reason) {
        return review.waive(by, id, version, findingIds == null ? Set.of() : findingIds, reason);
    }

    @Override
    public Order approve(Actor by, long id, long version, String reason) {
        return review.approve(by, id, version, reason);
    }

    @Override
    public Order reject(Actor by, long id, long version, String reason) {
        return review.reject(by, id, version, reason);
    }

    @Override
    public Order assign(Actor by, long id, long version, long locationId, String assignee, String reason) {
        return assign.assign(by, id, version, locationId, assignee, reason);
    }

    @Override
    public Order pick(Actor by, long id, long version, Set<Long> lineIds) {
        return fulfil.pick(by, id, version, lineIds);
    }

    @Override
    public Order ship(Actor by, long id, long version, Set<Long> lineIds, String carrier, String trackingNumber) {
        return fulfil.ship(by, id, version, lineIds, carrier, trackingNumber);
    }

    @Override
    public Order deliver(Actor by, long id, long version, Set<Long> lineIds) {
        return fulfil.deliver(by, id, version, lineIds);
    }

    @Override
    public Order comeBack(Actor by, long id, long version, Set<Long> lineIds, BackTo to, Long locationId, String reason) {
        return back.comeBack(by, id, version, lineIds, to, locationId, reason);
    }

    @Override
    public Order lose(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        return back.lose(by, id, version, lineIds, reason);
    }

    @Override
    public Order complete(Actor by, long id, long version) {
        return fulfil.complete(by, id, version);
    }

    @Override
    public Order cancel(Actor by, long id, long version, Set<Long> lineIds, String reason) {
        return review.cancel(by, id, version, lineIds, reason);
    }

    @Override
    public Order cancelPart(Actor by, long id, long version, long lineId, BigDecimal quantity, String reason) {
        return split.cancelPart(by, id, version, lineId, quantity, reason);
    }

    @Override
    public Order split(Actor by, long id, long version, long lineId, BigDecimal quantity) {
        return split.split(by, id, version, lineId, quantity);
    }

    @Override
    public void comment(Actor by, long id, String text) {
        act.comment(by, id, text);
    }
}
