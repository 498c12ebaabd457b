package io.amphora.platform.api;

import java.time.Instant;

/**
 * Something that happened and was committed.
 *
 * @param id      grows with time per node; the same event has the same id when delivered again
 * @param topic   {@code order.placed}
 * @param key     id of what it happened to
 * @param payload JSON
 * @param at      when it was written
 */
public record Event(long id, String topic, String key, String payload, Instant at) {
}
