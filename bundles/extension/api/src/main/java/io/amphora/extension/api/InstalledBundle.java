package io.amphora.extension.api;

import io.amphora.common.Problem;
import java.time.Instant;
import java.util.List;

/**
 * A bundle of ours, or one that somebody dropped into {@code deploy/}.
 *
 * @param id        number in the framework, until it is removed; below zero for a file in {@code deploy/} that is no bundle (it can only be removed)
 * @param title     for people
 * @param state     the framework's word
 * @param installed when it came or was last updated
 * @param dropped   whether it lies in {@code deploy/}: only such a bundle can be started, stopped and removed by itself
 * @param feature   that it belongs to; null for none
 */
public record InstalledBundle(long id, String symbolicName, String version, String title, State state, Instant installed, boolean dropped, String feature,
                              List<Provided> provides, Health health, List<Problem> faults) {
    public InstalledBundle {
        provides = List.copyOf(provides);
        faults = List.copyOf(faults);
    }

    /** Where it stands: INSTALLED misses something it imports, RESOLVED is stopped. */
    public enum State {
        INSTALLED, RESOLVED, STARTING, ACTIVE, STOPPING
    }
}
