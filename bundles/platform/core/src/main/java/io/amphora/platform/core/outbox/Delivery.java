package io.amphora.platform.core.outbox;

import io.amphora.platform.api.Event;
import java.time.Instant;

/**
 * An event on its way to a listener.
 *
 * @param seqNo    the order in which events were written, over all nodes
 * @param attempts how often it was tried alone and failed
 * @param nextAt   not before
 */
record Delivery(long seqNo, Event event, int attempts, Instant nextAt) {
    long id() {
        return event.id();
    }

    Delivery failed(Instant next) {
        return new Delivery(seqNo, event, attempts + 1, next);
    }
}
