package io.amphora.platform.api;

import java.time.Instant;

/**
 * One piece of background work as it stands.
 *
 * @param done     units done
 * @param total    units in all, 0 while unknown
 * @param message  the last word of the handler: what it does, what it did, or why it failed
 * @param result   JSON left by the handler, or null
 * @param started  null while queued
 * @param ended    null until it ended
 */
public record Job(long id, String type, String title, String owner, State state, long done, long total, String message, String params,
                  String result, Instant created, Instant started, Instant ended) {
    /** Where a job stands. */
    public enum State {
        QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED;

        public boolean ended() {
            return this == SUCCEEDED || this == FAILED || this == CANCELLED;
        }
    }
}
