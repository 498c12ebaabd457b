package io.amphora.fulfilment.api;

import io.amphora.common.Actor;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Links by which a customer follows an order without signing in. A link's token has 160 random bits; an order has at most one link that works.
 * Publishes {@code tracking.shared} and {@code tracking.revoked}, key: the order's id. Thread-safe.
 */
@ProviderType
public interface TrackingLinks {
    /** To make and revoke links. */
    String SHARE = "order.share";

    /** The order's link that works now. Needs {@code order.read}. */
    Optional<TrackingLink> find(Actor by, long orderId);

    /**
     * The link that works now, made if there is none. Needs {@link #SHARE}.
     *
     * @throws io.amphora.common.AmphoraException.NotFound if there is no such order
     * @throws io.amphora.common.AmphoraException.Refused  for a draft or a historic order: nothing of it is on its way
     */
    TrackingLink share(Actor by, long orderId);

    /** From now on the link leads nowhere; without one nothing happens. Needs {@link #SHARE}. */
    void revoke(Actor by, long orderId);

    /**
     * For everybody: what the holder of the token may see. Nothing internal is in it.
     *
     * @return empty for a token that never was, or was revoked; the two cannot be told apart
     */
    Optional<TrackedOrder> open(String token);
}
