package io.amphora.order.core.bulk;

import io.amphora.common.Actor;
import io.amphora.common.AmphoraException;
import io.amphora.common.Problem;
import io.amphora.order.api.BackTo;
import io.amphora.order.api.BulkRequest;
import io.amphora.order.api.Hold;
import io.amphora.order.api.OrderActions;
import io.amphora.order.api.OrderHolds;
import io.amphora.order.api.OrderQueries;
import java.util.Set;

/** One order's turn: the same use case as from a page of that order. */
final class BulkStep {
    private final OrderActions actions;
    private final OrderHolds holds;
    private final OrderQueries queries;

    BulkStep(OrderActions actions, OrderHolds holds, OrderQueries queries) {
        this.actions = actions;
        this.holds = holds;
        this.queries = queries;
    }

    void run(Actor by, BulkRequest r, long id, long version) {
        switch (r.action()) {
            case APPROVE -> actions.approve(by, id, version, r.reason());
            case REJECT -> actions.reject(by, id, version, r.reason());
            case ASSIGN -> actions.assign(by, id, version, r.locationId(), r.assignee(), r.reason());
            case HOLD -> holds.hold(by, id, version, r.hold(), r.until(), r.reason());
            case RELEASE -> release(by, r, id, version);
            case PICK -> actions.pick(by, id, version, Set.of());
            case SHIP -> actions.ship(by, id, version, Set.of(), r.carrier(), null);
            case DELIVER -> actions.deliver(by, id, version, Set.of());
            case COME_BACK -> actions.comeBack(by, id, version, Set.of(), BackTo.QUARANTINE, null, r.reason());
            case LOSE -> actions.lose(by, id, version, Set.of(), r.reason());
            case COMPLETE -> actions.complete(by, id, version);
            case CANCEL -> actions.cancel(by, id, version, Set.of(), r.reason());
        }
    }

    private void release(Actor by, BulkRequest r, long id, long version) {
        Hold open = queries.find(by, id).holds().stream().filter(h -> h.isOpen() && h.type() == r.hold()).findFirst()
                .orElseThrow(() -> new AmphoraException.Refused(Problem.of("", "order.bulk-no-hold", "is not on hold {0}", r.hold())));
        holds.release(by, id, version, open.id(), r.reason());
    }
}
