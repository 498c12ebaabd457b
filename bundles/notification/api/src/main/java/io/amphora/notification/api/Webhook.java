package io.amphora.notification.api;

import java.time.Instant;
import java.util.Set;

/** A machine that is told by HTTP. Its secret is shown once, when it is made. */
public record Webhook(long id, String name, String url, Set<Occasion> occasions, boolean active, Instant createdAt, long version) {
    public Webhook {
        occasions = Set.copyOf(occasions);
    }
}
