package io.amphora.channel.rest;

import io.amphora.channel.api.Inbox;
import java.time.Instant;

/** A sales channel that is or was there. {@code lastError} is absent while all is well. */
public record ChannelJson(String id, String title, boolean present, String bundle, String bundleVersion, Instant lastFetch, String lastError, long received) {
    static ChannelJson of(Inbox.ChannelInfo c) {
        return new ChannelJson(c.id(), c.title(), c.present(), c.bundle(), c.bundleVersion(), c.lastFetch(), c.lastError(), c.received());
    }
}
