package io.amphora.platform.core.outbox;

import java.time.Instant;

/** A listener that ever appeared, whether its bundle is here now or not. */
record KnownListener(String id, Topics topics, Instant firstSeen) {
    boolean wants(Delivery delivery) {
        return topics.match(delivery.event().topic()) && !delivery.event().at().isBefore(firstSeen);
    }
}
