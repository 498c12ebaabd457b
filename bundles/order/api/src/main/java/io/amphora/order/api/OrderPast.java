package io.amphora.order.api;

import io.amphora.common.Actor;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** An order as it was. Needs {@code order.read}. Thread-safe. */
@ProviderType
public interface OrderPast {
    /**
     * The order as it stood at this moment: head, lines, holds and shipments as they were; findings as far as they were there, with who had let them pass by then.
     *
     * @throws io.amphora.common.AmphoraException.NotFound if it was not there yet
     */
    Order at(Actor by, long id, Instant at);

    /** The moments of its timeline, oldest first: from placing on, also those at which payments, returns or documents of it changed; the latest 200. */
    List<Instant> moments(Actor by, long id);
}
