package io.amphora.platform.api;

import org.osgi.annotation.versioning.ProviderType;

/** Where a use case says what happened. Thread-safe. */
@ProviderType
public interface Outbox {
    /**
     * Writes an event in the running transaction (or one of its own); it is delivered after the commit, at least once, to every
     * {@link EventListener} that wants its topic.
     *
     * @param topic   {@code order.placed}: domain, dot, what happened
     * @param key     id of what it happened to; events of one key are delivered in the order they were written
     * @param payload JSON, small: ids and what changed, no copies of records
     */
    void add(String topic, String key, String payload);
}
