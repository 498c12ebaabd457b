package io.amphora.order.api;

import java.time.Instant;

/**
 * How far a step for many orders is.
 *
 * @param job     id of the platform's job
 * @param total   how many orders
 * @param done    how many it was done to
 * @param refused how many said no
 * @param ended   null while it is on its way
 */
public record BulkRun(long id, long job, BulkAction action, String reason, String owner, Instant created, Instant ended, State state, int total, int done, int refused) {
    /** Where it stands. */
    public enum State {
        /** Queued, or on its way. */
        RUNNING,
        /** Each order was asked. */
        ENDED,
        /** Somebody stopped it: the rest was left as it was. */
        CANCELLED,
        /** It could not go on. */
        FAILED
    }
}
