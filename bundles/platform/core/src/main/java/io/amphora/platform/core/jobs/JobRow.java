package io.amphora.platform.core.jobs;

import io.amphora.common.Actor;
import io.amphora.platform.api.Job;
import java.util.Set;

/**
 * A job as its row stands.
 *
 * @param run which of its runs this is
 */
record JobRow(Job job, String ownerDisplay, String permissions, int run, boolean cancelAsked) {
    long id() {
        return job.id();
    }

    Actor actor() {
        return new Actor(job.owner(), ownerDisplay, permissions.isEmpty() ? Set.of() : Set.of(permissions.split(" ")));
    }
}
