package io.amphora.audit.api;

import java.time.Instant;

/**
 * One thing that somebody did.
 *
 * @param id      the event it was written from
 * @param who     sign-in name, or {@code system:<what>}
 * @param topic   what: {@code order.placed}; message key {@code event.<topic>}
 * @param subject id of what it was done to
 * @param details JSON object as the event had it
 */
public record AuditEntry(long id, Instant at, String who, String topic, String subject, String details) {
    /** The domain it happened in: {@code order}. */
    public String area() {
        int dot = topic.indexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot);
    }
}
