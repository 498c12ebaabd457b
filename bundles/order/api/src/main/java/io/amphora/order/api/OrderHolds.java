package io.amphora.order.api;

import io.amphora.common.Actor;
import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Typed stops on orders. Several hold at once, one per type; each blocks its steps only ({@link HoldType#blocks}): such a step is refused with
 * {@code order.held}, on every path. Review findings bring them, too ({@link ReviewCheck#hold}); an order that is completed, cancelled or rejected has none.
 * Publishes {@code order.held}, {@code order.released}. Joins the running transaction. Thread-safe.
 */
@ProviderType
public interface OrderHolds {
    String HOLD = "order.hold";

    /**
     * Stops an order; needs {@code order.hold}.
     *
     * @param until  when it is released by itself, in the future; null: somebody must
     * @param reason required
     * @throws io.amphora.common.AmphoraException.Refused if a hold of this type is there, or the order is a draft, historic or at its end
     */
    Order hold(Actor by, long id, long version, HoldType type, Instant until, String reason);

    /** Ends a hold; needs {@link HoldType#permission}. @param reason required */
    Order release(Actor by, long id, long version, long holdId, String reason);
}
