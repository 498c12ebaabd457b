package io.amphora.order.api;

import java.time.Instant;
import java.util.List;

/**
 * A step for many orders.
 *
 * @param orders     which; empty: all that the filter finds now
 * @param filter     null unless {@code orders} is empty
 * @param reason     required for REJECT, CANCEL, COME_BACK, LOSE, HOLD, RELEASE; for APPROVE where the review found something
 * @param locationId for ASSIGN; null: the rules of assignment choose for each order
 * @param assignee   for ASSIGN to a location, may be null
 * @param hold       for HOLD and RELEASE
 * @param until      for HOLD, may be null
 * @param carrier    for SHIP, may be null
 * @param title      what people see in the bell, in their language; null takes an English one
 */
public record BulkRequest(BulkAction action, List<Target> orders, OrderFilter filter, String reason, Long locationId, String assignee, HoldType hold, Instant until, String carrier,
                          String title) {
    public BulkRequest {
        orders = orders == null ? List.of() : List.copyOf(orders);
    }

    /** A step that needs nothing but a reason, if that. */
    public BulkRequest(BulkAction action, List<Target> orders, String reason) {
        this(action, orders, null, reason, null, null, null, null, null, null);
    }

    /** @param version as the caller saw it: one that was changed since is refused; null: as it stands when its turn comes */
    public record Target(long id, Long version) {
    }
}
